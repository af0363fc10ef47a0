// Lines with bends, kept as points until everything has its position.
import type { Point } from './placed.ts';

/** A start, then straight steps of one point and curves of three. */
export interface Path {
  readonly start: Point;
  readonly steps: readonly (readonly [Point] | readonly [Point, Point, Point])[];
}

/**
 * SVG path data.
 * @param move moves each point of it
 */
export function pathData({ start, steps }: Path, move: (point: Point) => Point): string {
  const at = (point: Point): string => {
    const { x, y } = move(point);
    return `${round(x)} ${round(y)}`;
  };
  return `M${at(start)}${steps.map((step) => `${step.length === 1 ? 'L' : 'C'}${step.map(at).join(' ')}`).join('')}`;
}

/** Rounds to a tenth of a pixel, so that the drawing is the same on every machine. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}
