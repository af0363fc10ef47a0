// Pipes of a loop: lines with right angles, arrows and labels on them.
import type { Trunk } from '../../graph/index.ts';
import type { Arrow, PlacedCard, PlacedFrame, Point } from '../geometry/placed.ts';
import { type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { type PillSize, pillSize, placePill } from '../pieces/pill.ts';

/** The pipes of a drawing by their ends, and their widths. */
export interface Pipes {
  /** The one pipe from one box to another. */
  between(from: string, to: string): Trunk | undefined;
  byId(id: string): Trunk | undefined;
  /** In pixels. */
  width(trunk: Trunk): number;
}

export function pipesOf(trunks: readonly Trunk[]): Pipes {
  const width = bandWidths(trunks);
  const ids = new Map(trunks.map((each) => [each.id, each]));
  const key = (from: string, to: string): string => JSON.stringify([from, to]);
  const ends = new Map(trunks.map((each) => [key(each.from, each.to), each]));
  return { between: (from, to) => ends.get(key(from, to)), byId: (id) => ids.get(id), width };
}

/** Part of a drawing of loops. */
export interface Pieces {
  readonly nodes: readonly PlacedCard[];
  readonly groups: readonly PlacedFrame[];
  readonly trunks: readonly ArrangedTrunk[];
}

/** All of several. */
export function together(pieces: readonly Pieces[]): Pieces {
  return {
    nodes: pieces.flatMap((each) => each.nodes),
    groups: pieces.flatMap((each) => each.groups),
    trunks: pieces.flatMap((each) => each.trunks),
  };
}

/** The course of a pipe. */
export interface Course {
  /** Its corners. */
  readonly points: readonly Point[];
  readonly arrows?: readonly Arrow[];
  /** Middle of its label, for a label of some size. */
  readonly label?: (size: PillSize) => Point;
}

/** Draws a pipe, or nothing when there is none. */
export function run(pipes: Pipes, trunk: Trunk | undefined, { points, arrows = [], label }: Course): ArrangedTrunk[] {
  if (trunk === undefined) return [];
  const corners = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  const [start, ...rest] = corners as [Point, ...Point[]];
  const size = label === undefined ? undefined : pillSize(trunk);
  const at = size === undefined ? undefined : label?.(size);
  return [
    {
      trunk,
      // A pipe of no length still shows its width.
      path: { start, steps: (rest.length === 0 ? [start] : rest).map((each) => [each] as const) },
      width: pipes.width(trunk),
      arrows,
      ...(size === undefined || at === undefined ? {} : { pill: placePill(trunk, size, at.x, at.y - size.height / 2) }),
    },
  ];
}

/** A straight pipe up or down. */
export function upright(x: number, from: number, to: number): readonly [Point, Point] {
  return [
    { x, y: from },
    { x, y: to },
  ];
}

/** A straight pipe to the left or right. */
export function level(y: number, from: number, to: number): readonly [Point, Point] {
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** An arrow that points down. */
export function down(x: number, y: number): Arrow {
  return { x, y, angle: 90 };
}

/** An arrow that points up. */
export function up(x: number, y: number): Arrow {
  return { x, y, angle: -90 };
}

/** A label right of a pipe that runs down. */
export const beside =
  (x: number, y: number) =>
  (size: PillSize): Point => ({ x: x + 14 + size.width / 2, y });

/** Width of the widest label of some pipes. */
export function widestLabel(trunks: readonly (Trunk | undefined)[]): number {
  return Math.max(0, ...trunks.map((each) => (each === undefined ? 0 : (pillSize(each)?.width ?? 0))));
}
