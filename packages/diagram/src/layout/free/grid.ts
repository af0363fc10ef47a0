// Boxes in lines and columns, and bands between them.
import type { Path } from '../geometry/path.ts';
import type { Box, Point } from '../geometry/placed.ts';
import { type Around, chord } from './circle.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room between boxes of a grid, in pixels. */
export const gridGap = 52;

/** Corners of boxes in a grid. */
export function cornersInGrid(sizes: readonly Size[], columns: number): Point[] {
  const pitch = {
    x: Math.max(0, ...sizes.map((each) => each.width)) + gridGap,
    y: Math.max(0, ...sizes.map((each) => each.height)) + gridGap,
  };
  return sizes.map((_, i) => ({ x: (i % columns) * pitch.x, y: Math.floor(i / columns) * pitch.y }));
}

/** A band in a grid: straight to the next box, in the gap between lines to one further off. */
export function gridBand(from: Box, to: Box, around: Around): Path {
  const out = gridGap * 0.8;
  const [a, b] = from.x + from.y < to.x + to.y ? [from, to] : [to, from];
  const straight = chord(from, to, around);
  if (straight.steps[0]?.length === 1) return straight;
  if (a.y === b.y) {
    const [x1, x2] = [a.x + a.width * 0.35, b.x + b.width * 0.65];
    return bent({ x: x1, y: a.y }, { x: x1, y: a.y - out }, { x: x2, y: a.y - out }, { x: x2, y: b.y });
  }
  if (a.x === b.x) {
    const [y1, y2] = [a.y + a.height * 0.35, b.y + b.height * 0.65];
    return bent({ x: a.x, y: y1 }, { x: a.x - out, y: y1 }, { x: a.x - out, y: y2 }, { x: b.x, y: y2 });
  }
  return straight;
}

function bent(start: Point, first: Point, second: Point, end: Point): Path {
  return { start, steps: [[first, second, end]] };
}
