// The thing of a drawing that an arrow key leads to.

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Placed {
  getBoundingClientRect(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * The nearest thing in the direction of an arrow key; the first or last one for Home and End.
 * @returns undefined when nothing is there, or for other keys
 */
export function nearest(from: string, key: string, items: ReadonlyMap<string, Placed>): string | undefined {
  if (key === 'Home') return items.keys().next().value;
  if (key === 'End') return [...items.keys()].at(-1);
  const direction = directions[key];
  const start = items.get(from);
  if (direction === undefined || start === undefined) return undefined;
  const [x, y] = middle(start);
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const [id, item] of items) {
    if (id === from) continue;
    const [ix, iy] = middle(item);
    const along = (ix - x) * direction[0] + (iy - y) * direction[1];
    const aside = Math.abs((ix - x) * direction[1]) + Math.abs((iy - y) * direction[0]);
    if (along < 1) continue;
    // A thing straight ahead wins over a nearer one to the side.
    const cost = along + 2 * aside;
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

function middle(item: Placed): readonly [number, number] {
  const { x, y, width, height } = item.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
