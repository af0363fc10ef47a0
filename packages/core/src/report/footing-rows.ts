// What the figures of a design rest on: how much of each was assumed, comes from a draft or has no source.

import type { Facts } from '../answers/index.ts';
import { type Derivation, type RestsOn, restsOn } from '../figures/index.ts';
import { totalsOf } from './totals.ts';

/** A total, and the parts of it by what they rest on. */
export interface FootingRow {
  /** `power of all devices` */
  readonly name: string;
  readonly total: Derivation;
  /** In the unit of the total; together they are what is known of it. */
  readonly parts: RestsOn;
}

/** The totals that are sums of parts, each split by what it rests on; none where nothing of it is known. */
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
