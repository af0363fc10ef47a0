// The body of a drawing before title and legend are put around it: its own corner is at 0, 0.
import type { Trunk } from '../graph/index.ts';
import type { Path } from './path.ts';
import type { Pill, PlacedGroup, PlacedNode, PlacedText, Point } from './placed.ts';

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

/** Width of the widest band in pixels. */
export const widestBand = 12;
const thinnestBand = 1.5;
const unknownBand = 2;

/** Widths of bands, linear in what they carry. */
export function bandWidths(trunks: readonly Trunk[]): (trunk: Trunk) => number {
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  return ({ weight }) =>
    weight === null || largest === 0 ? unknownBand : Math.max(thinnestBand, (widestBand * weight) / largest);
}

/** Steps of the grid that everything stands on. */
export const grid = 8;
