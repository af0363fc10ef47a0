// A band without what of it is in the frames that it runs between.
import type { Path } from './path.ts';
import type { Box, Point } from './placed.ts';

/** A path of one step that begins at the edge of one frame and ends at that of another; where there is no frame, it stays as it is. */
export function clipped(path: Path, from: Box | undefined, to: Box | undefined): Path {
  const [step] = path.steps;
  if (step === undefined || path.steps.length > 1 || (from === undefined && to === undefined)) return path;
  const a = path.start;
  const [p, q, b] = step.length === 1 ? [between(a, step[0], 1 / 3), between(a, step[0], 2 / 3), step[0]] : step;
  /** The blossom of the curve: the same value three times is its point there, others are control points of a part of it. */
  const at = (u: number, v: number, w: number): Point => {
    const [k, l, m] = [between(a, p, u), between(p, q, u), between(q, b, u)];
    return between(between(k, l, v), between(l, m, v), w);
  };
  const point = (t: number): Point => at(t, t, t);
  const t = from === undefined ? 0 : leaving(from, point);
  const u = to === undefined ? 1 : 1 - leaving(to, (each) => point(1 - each));
  if (t >= u) return path;
  return { start: point(t), steps: [step.length === 1 ? [point(u)] : [at(t, t, u), at(t, u, u), point(u)]] };
}

/** Where a curve that begins in a box leaves it last, from 0 to 1. */
function leaving(box: Box, point: (t: number) => Point): number {
  const isIn = ({ x, y }: Point): boolean => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  let inside = steps;
  while (inside >= 0 && !isIn(point(inside / steps))) inside--;
  if (inside < 0) return 0;
  let [low, high] = [inside / steps, Math.min(1, (inside + 1) / steps)];
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2;
    if (isIn(point(middle))) low = middle;
    else high = middle;
  }
  return high;
}

const steps = 48;

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
