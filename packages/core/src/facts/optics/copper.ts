// Cables with fixed ends: reach by the rate of a lane, and the rate of the cages at both ends.

import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import type { LinkClass, LinkEnd } from '../classes/link-classes.ts';

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
 * Longest cable at a lane rate, in m. Reach falls as the rate rises: between two rates of the table, the reach at the lower one
 * is an upper bound. Below the lowest it is unknown.
 */
export function cableReach(cable: Part<'cable'>, lane: Derivation): Derivation {
  const given = cable.values.reach;
  const label = `reach of ${cable.name}`;
  if (given === undefined) return unknown(label, 'length', missingIn(cable, 'reach'));
  if (Number.isNaN(lane.value)) return unknown(label, 'length', lane.unknown ?? 'the lane rate is unknown', [lane]);
  let row: (typeof given.value)[number] | undefined;
  for (const each of given.value) {
    if (each.at !== undefined && exceeds(each.at, lane.value)) continue;
    if (row?.at === undefined || (each.at !== undefined && each.at > row.at)) row = each;
  }
  if (row === undefined) return unknown(label, 'length', `${cable.name} has no \`reach\` for so slow a lane`, [lane]);
  return { ...figure(label, 'length', row.value, given.origin), provenance: given.provenance };
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
