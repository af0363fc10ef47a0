// The body of a drawing before title and legend are put around it: its own corner is at 0, 0.
import type { Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { Pill, PlacedGroup, PlacedNode, PlacedText, Point } from '../geometry/placed.ts';

export interface ArrangedTrunk {
  readonly trunk: Trunk;
  readonly path: Path;
  readonly width: number;
  readonly arrows?: readonly (Point & { readonly turn: number })[];
  readonly pill?: Pill;
}

export interface Arranged {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly trunks: readonly ArrangedTrunk[];
  readonly texts: readonly PlacedText[];
  readonly width: number;
  readonly height: number;
}

const wide = { few: 12, many: 6 };
const few = 12;
const thinnestBand = 1.5;
const unknownBand = 2;

/** Width of the widest band in pixels: many bands need room between them. */
export function widestBand(trunks: readonly Trunk[]): number {
  return trunks.length > few ? wide.many : wide.few;
}

/** Widths of bands, linear in what they carry. */
export function bandWidths(trunks: readonly Trunk[]): (trunk: Trunk) => number {
  const widest = widestBand(trunks);
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  return ({ weight }) =>
    weight === null || largest === 0 ? unknownBand : Math.max(thinnestBand, (widest * weight) / largest);
}

/** A drawing is at least this wide, and what is narrower spreads to it. */
export const usualWidth = 880;

/** Steps of the grid that everything stands on. */
export const grid = 8;
