// The body of a drawing before title and legend are put around it: its own corner is at 0, 0.
import type { Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { Arrow, Pill, PlacedGroup, PlacedNode, PlacedText } from '../geometry/placed.ts';

export interface ArrangedTrunk {
  readonly trunk: Trunk;
  readonly path: Path;
  readonly width: number;
  readonly arrows?: readonly Arrow[];
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

/** Width of the widest band, in pixels, and how many bands are few. */
const widest = { few: 12, many: 6 };
const maxFew = 12;
const thinnestBand = 1.5;
const unknownBand = 2;

/** Width of the widest band in pixels: many bands need room between them. */
export function widestBand(trunks: readonly Trunk[]): number {
  return trunks.length > maxFew ? widest.many : widest.few;
}

/** Widths of bands in pixels, proportional to their weight. */
export function bandWidths(trunks: readonly Trunk[]): (trunk: Trunk) => number {
  const max = widestBand(trunks);
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  return ({ weight }) =>
    weight === null || largest === 0 ? unknownBand : Math.max(thinnestBand, (max * weight) / largest);
}

/** Width of a drawing in pixels, at least; narrower ones spread to it. */
export const usualWidth = 790;

/** Sentences are broken at this width, in pixels: A4 upright has room for it at a size that can be read. */
export const sentenceWidth = 780;
