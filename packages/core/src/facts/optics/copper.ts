// Cables with fixed ends: reach by the rate of a lane, and the rate of the cages at both ends.

import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';
import { printQuantity, same } from '../../units/index.ts';
import type { LinkClass } from '../classes/link-classes.ts';
import type { LinkEnd } from '../classes/port-ends.ts';

/** Rate of one lane of a cable, in bit/s: that of the slower cage. */
export function cableLaneRate({ from, to }: LinkClass): Derivation {
  const [a, b] = [laneRate(from), laneRate(to)];
  if (from.cage === to.cage) return a;
  return derived('lane rate', 'bit rate', 'the smaller of both ends', [a, b], Math.min(a.value, b.value));
}

/** Rate of a cable in one direction, in bit/s: the lanes of the smaller cage at that rate. */
export function cableRate(each: LinkClass): Derivation {
  const lane = cableLaneRate(each);
  const lanes = [each.from, each.to].map(({ cage }) =>
    cage === undefined
      ? unknown('lanes', 'count', 'the cage at this end is unknown')
      : stated(`lanes of ${cage.name}`, 'count', cage.values.lanes, missingIn(cage, 'lanes')),
  );
  const least = Math.min(...lanes.map(({ value }) => value));
  const terms = each.from.cage === each.to.cage ? lanes.slice(0, 1) : lanes;
  return derived('rate', 'bit rate', 'lanes × lane rate', [...terms, lane], least * lane.value);
}

/**
 * Longest cable at a lane rate, in m. Reach falls as the rate rises: at a rate that its table doesn't have, the reach at the next
 * lower one is an upper bound, and that at the next higher one a lower bound.
 */
export function cableReach(cable: Part<'cable'>, lane: Derivation): Derivation {
  const given = cable.values.reach;
  const label = `reach of ${cable.name}`;
  if (given === undefined) return unknown(label, 'length', missingIn(cable, 'reach'));
  const forAll = given.value.find(({ at }) => at === undefined);
  if (Number.isNaN(lane.value) && forAll === undefined)
    return unknown(label, 'length', lane.unknown ?? 'the lane rate is unknown', [lane]);
  const row = given.value.find(({ at }) => at !== undefined && same(at, lane.value)) ?? forAll;
  if (row !== undefined) return { ...figure(label, 'length', row.value, given.origin), provenance: given.provenance };
  const missing = missingIn(cable, 'reach');
  const text = `${missing.text} at ${printQuantity(lane.value, 'bit rate')} per lane`;
  const beside = (isSlower: boolean): number[] =>
    given.value.flatMap(({ at = Number.NaN, value }) =>
      (isSlower ? at < lane.value : at > lane.value) ? [value] : [],
    );
  const bounds = { least: Math.max(0, ...beside(false)), most: Math.min(Number.POSITIVE_INFINITY, ...beside(true)) };
  return {
    ...unknown(label, 'length', { ...missing, text }),
    origin: given.origin,
    provenance: given.provenance,
    bounds,
  };
}

function laneRate({ cage }: LinkEnd): Derivation {
  return cage === undefined
    ? unknown('lane rate', 'bit rate', 'the cage at this end is unknown')
    : stated(`lane rate of ${cage.name}`, 'bit rate', cage.values['lane-rate'], missingIn(cage, 'lane-rate'));
}

/** Whether the end of a cable fits a cage: of its form factor, or of one the cage takes; undefined where its form factor is not given. */
export function cableFits(cable: Part<'cable'>, cage: Part<'cage'>): boolean | undefined {
  const made = cable.values['form-factor']?.value;
  if (made === undefined) return undefined;
  return made === cage || (cage.values.accepts?.value ?? []).some(({ part }) => part === made);
}
