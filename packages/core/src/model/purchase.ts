// How the parts of a design are bought: lengths that cables are sold in, spares, a price book. What a project gives beside the text.
import type { PartKind } from '../catalogue/index.ts';
import type { Quantity } from '../units/index.ts';
import type { Given } from './part.ts';

/** A line of a price book: what one vendor offers for one part. */
export interface Offer {
  /** The part by its name; undefined where its number alone names it. */
  readonly part: string | undefined;
  readonly partNumber: string | undefined;
  /** Of a part that is sold in lengths, the length it is for, in m; undefined where it is for any. */
  readonly length: number | undefined;
  /** What tells it from others of the part, as a bill of materials says it: `cable, MPO16 to MPO16`; undefined where it is for any. */
  readonly detail: string | undefined;
  readonly vendor: string | undefined;
  /** With its currency as `unit`, and the date and source of the line as its source. */
  readonly price: Given<Quantity<'money'>> | undefined;
  readonly leadTime: Given<Quantity<'time'>> | undefined;
}

/** How parts are bought. */
export interface Purchase {
  /** Lengths that cables are ordered in, where a part gives none of its own: ascending, in m. */
  readonly lengths: readonly number[];
  /** Spares by kind, where a part gives none of its own, as a share. */
  readonly spares: ReadonlyMap<PartKind, number>;
  /** The lines of a price book. */
  readonly offers: readonly Offer[];
}

/**
 * Lengths in m that cords, trunks and cables with fixed ends are usually stocked in. Up to 5 m, those of copper cables: 0.5, 1, 1.5
 * and 2 m (NVIDIA MCP4Y10, product specification), 1, 1.5, 2, 2.5 and 3 m (MCP7Y00, ordering information), 4 and 5 m (its active
 * version). Then those of optical ones: 3, 5, 10, 15, 20 and 30 m (NVIDIA MFS1S50, ordering information). The steps between and
 * beyond are our choice: cords and trunks are assembled in any length.
 */
const usualLengths = [
  0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100, 150, 200, 250, 300, 400, 500,
];

/** How parts are bought by default. */
export const usualPurchase: Purchase = { lengths: usualLengths, spares: new Map(), offers: [] };
