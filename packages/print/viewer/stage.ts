// A drawing on its stage: moved and zoomed by pointer, wheel and keys, as one composited transform.

/** A drawing that can be moved. */
export interface Stage {
  readonly element: HTMLElement;
  svg(): SVGSVGElement;
  /** Shows another drawing in place of the one that is shown, to the same scale. */
  replace(svg: SVGSVGElement): void;
  /** Shows the whole drawing. */
  fit(): void;
  /** Zooms around a point of the window; around the middle of the stage when not given. */
  zoom(factor: number, x?: number, y?: number): void;
  move(x: number, y: number): void;
  /** Brings a thing of the drawing into the middle, large enough to be read. */
  show(thing: Element): void;
}

/** Scales that are of use: the whole of a hall, a single port. */
const [least, most] = [0.02, 16];
/** A thing that is jumped to is shown at this scale at least. */
const readable = 1;
/** Left free around a drawing that is fitted, in pixels. */
const margin = 12;

/** Makes a drawing movable. */
export function stageOf(element: HTMLElement): Stage {
  let svg = element.querySelector('svg') as SVGSVGElement;
  let [x, y, scale] = [0, 0, 1];
  const apply = (): void => {
    // The style sheet makes a transform of them on a screen, and none on paper.
    svg.style.setProperty('--x', `${x}px`);
    svg.style.setProperty('--y', `${y}px`);
    svg.style.setProperty('--scale', String(scale));
  };
  const stage: Stage = {
    element,
    svg: () => svg,
    replace(next) {
      svg.replaceWith(next);
      svg = next;
      apply();
    },
    fit() {
      const { width, height } = svg.viewBox.baseVal;
      const room = element.getBoundingClientRect();
      scale = Math.min((room.width - 2 * margin) / width, (room.height - 2 * margin) / height, 2);
      [x, y] = [(room.width - width * scale) / 2, (room.height - height * scale) / 2];
      apply();
    },
    zoom(factor, at, down) {
      const room = element.getBoundingClientRect();
      const [px, py] = [
        (at ?? room.left + room.width / 2) - room.left,
        (down ?? room.top + room.height / 2) - room.top,
      ];
      const next = Math.min(most, Math.max(least, scale * factor));
      [x, y, scale] = [px - ((px - x) * next) / scale, py - ((py - y) * next) / scale, next];
      apply();
    },
    move(by, down) {
      [x, y] = [x + by, y + down];
      apply();
    },
    show(thing) {
      const room = element.getBoundingClientRect();
      if (scale < readable) stage.zoom(readable / scale);
      const box = thing.getBoundingClientRect();
      stage.move(
        room.left + room.width / 2 - (box.left + box.width / 2),
        room.top + room.height / 2 - (box.top + box.height / 2),
      );
    },
  };
  follow(stage);
  return stage;
}

/** One pointer moves, two zoom. */
function follow(stage: Stage): void {
  const { element } = stage;
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  const spread = (): number => {
    const [a, b] = [...pointers.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const wide = spread();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    stage.move((event.clientX - before.x) / pointers.size, (event.clientY - before.y) / pointers.size);
    if (wide > 0) stage.zoom(spread() / wide, event.clientX, event.clientY);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(end, ({ pointerId }) => void pointers.delete(pointerId));
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      stage.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX, event.clientY);
    },
    { passive: false },
  );
}
