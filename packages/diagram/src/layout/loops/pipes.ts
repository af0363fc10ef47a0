// Pipes of a loop: lines with right angles, arrows and labels on them.
import type { Graph, Trunk } from '../../graph/index.ts';
import type { PlacedGroup, PlacedNode, Point } from '../geometry/placed.ts';
import { type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import type { PillSize } from '../pieces/pill.ts';
import { pillSize, placePill } from '../pieces/pill.ts';

/** The pipes of a drawing by what they join, and their widths. */
export interface Pipes {
  /** The one pipe between two boxes. */
  between(from: string, to: string): Trunk | undefined;
  byId(id: string): Trunk | undefined;
  width(trunk: Trunk): number;
}

export function pipesOf({ trunks }: Graph): Pipes {
  const width = bandWidths(trunks);
  const ids = new Map(trunks.map((each) => [each.id, each]));
  const key = (from: string, to: string): string => JSON.stringify([from, to]);
  const ends = new Map(trunks.map((each) => [key(each.from, each.to), each]));
  return { between: (from, to) => ends.get(key(from, to)), byId: (id) => ids.get(id), width };
}

/** What a part of the drawing is made of. */
export interface Pieces {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
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

/** An arrow on a pipe; 90 points down. */
export type Arrow = Point & { readonly turn: number };

/**
 * Draws a pipe, or nothing when there is none.
 * @param points its corners
 * @param label where the middle of its label stands
 */
export function run(
  pipes: Pipes,
  trunk: Trunk | undefined,
  points: readonly Point[],
  arrows: readonly Arrow[],
  label?: (size: PillSize) => Point,
): ArrangedTrunk[] {
  if (trunk === undefined) return [];
  const corners = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  const [start, ...rest] = corners as [Point, ...Point[]];
  const size = label === undefined ? undefined : pillSize(trunk);
  const at = size === undefined ? undefined : label?.(size);
  return [
    {
      trunk,
      path: { start, steps: rest.map((each) => [each] as const) },
      width: pipes.width(trunk),
      arrows,
      ...(size === undefined || at === undefined ? {} : { pill: placePill(trunk, size, at.x, at.y - size.height / 2) }),
    },
  ];
}

/** A label right of a pipe that runs down. */
export const beside =
  (x: number, y: number) =>
  (size: PillSize): Point => ({ x: x + 14 + size.width / 2, y });

/** Widest label of some pipes. */
export function widestLabel(trunks: readonly (Trunk | undefined)[]): number {
  return Math.max(0, ...trunks.map((each) => (each === undefined ? 0 : (pillSize(each)?.width ?? 0))));
}
