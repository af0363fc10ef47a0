// Bands as points, for programs that draw lines of their own between them.
import type { Point } from '../layout/index.ts';

/** The points of SVG path data of straight steps and curves; a curve gives two between its ends. Undefined where it has several parts. */
export function pointsOf(path: string): readonly Point[] | undefined {
  const points: Point[] = [];
  for (const [, letter, list = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    const at = (first: number): Point => {
      const [x = 0, y = 0] = numbers.slice(first, first + 2);
      return { x, y };
    };
    if (letter === 'M' && points.length > 0) return undefined;
    if (letter !== 'C') {
      points.push(at(0));
      continue;
    }
    const [a, p, q, b] = [points.at(-1) as Point, at(0), at(2), at(4)];
    for (const t of [1 / 3, 2 / 3, 1]) {
      const s = 1 - t;
      const [k, l, m, o] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      points.push({ x: k * a.x + l * p.x + m * q.x + o * b.x, y: k * a.y + l * p.y + m * q.y + o * b.y });
    }
  }
  return points;
}

/** Where on a line a point is nearest: the share of its length, and the point of the line there. */
export function alongPath(points: readonly Point[], to: Point): { readonly share: number; readonly at: Point } {
  const lengths = points.slice(1).map((b, i) => distance(points[i] as Point, b));
  const whole = lengths.reduce((sum, each) => sum + each, 0);
  let best = { share: 0, at: points[0] as Point, off: Number.POSITIVE_INFINITY };
  let before = 0;
  lengths.forEach((length, i) => {
    const [a, b] = [points[i] as Point, points[i + 1] as Point];
    const t = length === 0 ? 0 : ((to.x - a.x) * (b.x - a.x) + (to.y - a.y) * (b.y - a.y)) / length ** 2;
    const on = Math.min(1, Math.max(0, t));
    const at = { x: a.x + (b.x - a.x) * on, y: a.y + (b.y - a.y) * on };
    const off = distance(at, to);
    if (off < best.off) best = { share: whole === 0 ? 0 : (before + length * on) / whole, at, off };
    before += length;
  });
  return { share: best.share, at: best.at };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
