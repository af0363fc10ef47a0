// Straight bands between boxes: whether two cross, whether one runs over a box, how wide the angle between two is.
import type { Box, Point } from '../geometry/placed.ts';

/** Twice the area of a triangle, positive where its corners are in the order of a clock (y leads down). */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Whether two segments have a point in common that is an end of neither. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Whether a segment has a point in a box that is larger by a margin. Clips the segment side by side (Liang–Barsky). */
export function segmentMeetsBox(a: Point, b: Point, box: Box, margin = 0): boolean {
  let [first, last] = [0, 1];
  const within = (start: number, step: number, low: number, high: number): boolean => {
    if (step === 0) return start > low && start < high;
    const [t, u] = [(low - start) / step, (high - start) / step];
    first = Math.max(first, Math.min(t, u));
    last = Math.min(last, Math.max(t, u));
    return first < last;
  };
  return (
    within(a.x, b.x - a.x, box.x - margin, box.x + box.width + margin) &&
    within(a.y, b.y - a.y, box.y - margin, box.y + box.height + margin)
  );
}

/** Cosine of the angle at a point between the directions to two others; 1 where they are in one direction. */
export function cosineAt(at: Point, a: Point, b: Point): number {
  const [ax, ay, bx, by] = [a.x - at.x, a.y - at.y, b.x - at.x, b.y - at.y];
  const length = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
  return length === 0 ? 1 : (ax * bx + ay * by) / length;
}
