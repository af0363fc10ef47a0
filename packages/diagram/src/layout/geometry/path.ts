// Lines with bends, kept as points until everything has its place.
import type { Point } from './placed.ts';

/** A start, then straight steps of one point and curves of three. */
export interface Path {
  readonly start: Point;
  readonly steps: readonly (readonly [Point] | readonly [Point, Point, Point])[];
}

/** SVG path data, moved. */
export function pathData({ start, steps }: Path, dx: number, dy: number): string {
  const at = ({ x, y }: Point): string => `${round(x + dx)} ${round(y + dy)}`;
  return `M${at(start)}${steps.map((step) => `${step.length === 1 ? 'L' : 'C'}${step.map(at).join(' ')}`).join('')}`;
}

/** A tenth of a pixel is enough, and the same on every machine. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}
