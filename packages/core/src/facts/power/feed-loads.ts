// What is connected to feeds: racks, and CDUs that don't draw from a rack.
import { type Derivation, sum } from '../../figures/derivation.ts';
import {
  cduName,
  drawsFromRack,
  type Fabric,
  type FeedSet,
  feedsOfCdu,
  feedsOfRack,
  partOfCdu,
} from '../../model/index.ts';
import type { PowerBasis } from '../conditions/basis.ts';
import { powerText } from '../parts/part-power.ts';
import { cduPower } from './cdu-power.ts';
import { addShare, type PowerSums, type Shares, shareTerms } from './shares.ts';

/** A load and the feeds that carry it together. */
export interface FeedLoad {
  readonly set: FeedSet;
  /** In W. */
  readonly load: Derivation;
}

/** Every rack and CDU on a feed. */
export function loadsOn(fabric: Fabric, power: Pick<PowerSums, 'fed' | 'basis'>, feed: number): readonly FeedLoad[] {
  const found: FeedLoad[] = [];
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const set = feedsOfRack(fabric, rack);
    if (set.ids.includes(feed)) found.push({ set, load: power.fed(rack) });
  }
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    const set = feedsOfCdu(fabric, cdu);
    if (set.ids.includes(feed) && !drawsFromRack(fabric, cdu))
      found.push({ set, load: loadOfCdu(fabric, cdu, power.basis) });
  }
  return found;
}

function loadOfCdu(fabric: Fabric, cdu: number, basis: PowerBasis): Derivation {
  const each = cduPower(partOfCdu(fabric, cdu), basis);
  return sum(`${powerText(basis)} of ${cduName(fabric, cdu)}`, 'power', 'its pumps', [each]);
}

/**
 * The load of a feed as a sum of shares, in W.
 * @param left how many feeds of a set share its load
 */
export function sumOfShares(
  label: string,
  formula: string,
  loads: readonly FeedLoad[],
  left: (set: FeedSet) => number,
): Derivation {
  const shares: Shares = new Map();
  for (const { set, load } of loads) addShare(shares, load, left(set));
  return sum(label, 'power', formula, shareTerms(shares));
}
