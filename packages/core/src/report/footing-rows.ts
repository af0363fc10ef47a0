// How well the totals of a design are supported: how much of each is assumed, from a draft or without a source.

import type { Facts } from '../answers/index.ts';
import { type Derivation, type RestsOn, restsOn } from '../figures/index.ts';
import { totalsOf } from './totals.ts';

/** A total, and its parts by provenance. */
export interface FootingRow {
  /** `power of all devices` */
  readonly name: string;
  readonly total: Derivation;
  /** In the unit of the total; together they are its known part. */
  readonly parts: RestsOn;
}

/** The totals, each split by provenance; without those of which nothing is known. */
export function footingRows(facts: Facts): FootingRow[] {
  const { power, modulePower, liquidHeat, airHeat } = totalsOf(facts);
  const rows: readonly (readonly [string, Derivation])[] = [
    ['power of all devices', power],
    ['power of all modules', modulePower],
    ['heat to liquid', liquidHeat],
    ['heat to air', airHeat],
  ];
  return rows
    .map(([name, total]) => ({ name, total, parts: restsOn(total) }))
    .filter(({ parts }) => parts.assumed + parts.draft + parts.unsourced + parts.sourced > 0);
}
