// What draws from feeds: racks, and CDUs that don't draw from a rack.
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
import { addShare, type PowerPath, type PowerSums, type Shares } from './shares.ts';

/** The shares of a feed in the power of every rack and CDU, by the ways to what they are on. */
export function sharesOf(
  fabric: Fabric,
  power: Pick<PowerSums, 'fed' | 'basis'>,
  paths: (set: FeedSet) => readonly PowerPath[],
): Shares {
  const shares: Shares = new Map();
  for (let rack = 0; rack < fabric.racks.count; rack++)
    for (const path of paths(feedsOfRack(fabric, rack))) addShare(shares, power.fed(rack), path);
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    if (drawsFromRack(fabric, cdu)) continue;
    for (const path of paths(feedsOfCdu(fabric, cdu))) addShare(shares, loadOfCdu(fabric, cdu, power.basis), path);
  }
  return shares;
}

function loadOfCdu(fabric: Fabric, cdu: number, basis: PowerBasis): Derivation {
  const each = cduPower(partOfCdu(fabric, cdu), basis);
  return sum(`${powerText(basis)} of ${cduName(fabric, cdu)}`, 'power', 'its pumps', [each]);
}
