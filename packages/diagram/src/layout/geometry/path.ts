// Lines with bends, kept as points until everything has its position.
import type { Point } from './placed.ts';

/** A straight step to one point, or a curve with two control points. */
type Step = readonly [Point] | readonly [Point, Point, Point];

/** A start, then steps. */
export interface Path {
  readonly start: Point;
  readonly steps: readonly Step[];
  /** Further parts, which don't touch it. */
  readonly apart?: readonly Path[];
}

/** A path with each of its points moved. */
export function movedPath({ start, steps, apart }: Path, move: (point: Point) => Point): Path {
  return {
    start: move(start),
    steps: steps.map(
      (step): Step => (step.length === 1 ? [move(step[0])] : [move(step[0]), move(step[1]), move(step[2])]),
    ),
    ...(apart === undefined ? {} : { apart: apart.map((each) => movedPath(each, move)) }),
  };
}

/**
 * Points along a path, close enough to find overlaps.
 * @param each points for each step
 */
export function pointsOn({ start, steps, apart = [] }: Path, each = 24): Point[] {
  const points: Point[] = [start];
  for (const step of steps) {
    const a = points.at(-1) as Point;
    const [p, q, b] = step.length === 1 ? [a, step[0], step[0]] : step;
    for (let i = 1; i <= each; i++) {
      const t = i / each;
      const s = 1 - t;
      const [k, l, m, n] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      points.push({ x: k * a.x + l * p.x + m * q.x + n * b.x, y: k * a.y + l * p.y + m * q.y + n * b.y });
    }
  }
  return [...points, ...apart.flatMap((other) => pointsOn(other, each))];
}

/**
 * SVG path data.
 * @param move moves each point of it
 */
export function pathData({ start, steps, apart = [] }: Path, move: (point: Point) => Point): string {
  const at = (point: Point): string => {
    const { x, y } = move(point);
    return `${round(x)} ${round(y)}`;
  };
  return `M${at(start)}${steps.map((step) => `${step.length === 1 ? 'L' : 'C'}${step.map(at).join(' ')}`).join('')}${apart.map((each) => pathData(each, move)).join('')}`;
}

/** Rounds to a tenth of a pixel, so that the drawing is the same on every machine. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}
