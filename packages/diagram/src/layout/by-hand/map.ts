// Boxes at their sites on a map: as near to each other as their sizes allow, and moved apart where sites are close.
import type { FreeGraph, PlacedAt } from '../../graph/index.ts';
import type { Box } from '../geometry/placed.ts';
import { overlap } from '../pieces/pill.ts';
import { draftsOf } from './drafts-of.ts';

/** Room around a box, in pixels: a band of links is seen between two of them. */
const gap = 44;
/** Width and height of a map, in pixels: at least, so that bands have room for labels, and at most. */
const sheet = { least: { width: 760, height: 460 }, most: { width: 1500, height: 950 } };
/** How often boxes that overlap are moved apart. */
const rounds = 200;

/** The corners of boxes with a place on the map; undefined where there is no map. */
export function mapCorners(graph: FreeGraph): readonly PlacedAt[] | undefined {
  const sites = new Map(graph.nodes.flatMap(({ id, at }) => (at === undefined ? [] : [[id, at] as const])));
  if (sites.size < 2) return undefined;
  const cards = draftsOf(graph).nodes.filter(({ node }) => sites.has(node.id));
  const at = cards.map(({ node }) => sites.get(node.id) ?? { x: 0, y: 0 });
  const extent = (of: 'x' | 'y'): number => Math.max(...at.map((p) => p[of])) - Math.min(...at.map((p) => p[of]));
  const [width, height] = [extent('x'), extent('y')];
  const scaleFor = (size: { readonly width: number; readonly height: number }): number =>
    Math.min(size.width / Math.max(width, 1e-9), size.height / Math.max(height, 1e-9));
  const boxesAt = (scale: number): Box[] =>
    cards.map((card, i) => ({
      x: (at[i]?.x ?? 0) * scale - card.width / 2,
      y: (at[i]?.y ?? 0) * scale - card.height / 2,
      width: card.width,
      height: card.height,
    }));
  const most = scaleFor(sheet.most);
  let scale = Math.min(most, scaleFor(sheet.least));
  while (scale < most && touching(boxesAt(scale)).length > 0) scale *= 1.05;
  const apart = movedApart(boxesAt(Math.min(scale, most)));
  return cards.map(({ node }, i) => ({
    id: node.id,
    x: Math.round(apart[i]?.x ?? 0),
    y: Math.round(apart[i]?.y ?? 0),
  }));
}

/** Pairs of boxes without room between them. */
function touching(boxes: readonly Box[]): (readonly [number, number])[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b, j): (readonly [number, number])[] => (overlap(a, b, gap) ? [[i, i + 1 + j]] : [])),
  );
}

/** Moves boxes without room between them apart, each half of what is missing, to the side that takes less. */
function movedApart(boxes: readonly Box[]): readonly Box[] {
  const moved = boxes.map((each) => ({ ...each }));
  for (let round = 0; round < rounds; round++) {
    const pairs = touching(moved);
    if (pairs.length === 0) break;
    for (const [i, j] of pairs) {
      const [a, b] = [moved[i], moved[j]];
      if (a === undefined || b === undefined) continue;
      const right = b.x + b.width / 2 >= a.x + a.width / 2 ? 1 : -1;
      const down = b.y + b.height / 2 >= a.y + a.height / 2 ? 1 : -1;
      const across = right > 0 ? a.x + a.width + gap - b.x : b.x + b.width + gap - a.x;
      const along = down > 0 ? a.y + a.height + gap - b.y : b.y + b.height + gap - a.y;
      const [dx, dy] = across < along ? [(right * (across + 1)) / 2, 0] : [0, (down * (along + 1)) / 2];
      a.x -= dx;
      a.y -= dy;
      b.x += dx;
      b.y += dy;
    }
  }
  return moved;
}
