// The longest that a link could be with the connectors and panels it has.
//
// Where fiber and connections share one loss budget, fewer connections leave more length: TIA TR-42 and the makers of cabling publish
// tables of supportable lengths by number of connections. 400GBASE-DR4 (IEEE 802.3 clause 124) tolerates 3.0 dB: 500 m of fiber at
// 0.5 dB/km and connections of 2.75 dB.

import { type Derivation, derived } from '../../figures/derivation.ts';
import type { LinkBudget } from './optics.ts';
import { attenuationOf } from './path-loss.ts';

/** Longest length with no margin left, no longer than the reach, in m; of copper, its reach. */
export function supportableLength(budget: LinkBudget): Derivation {
  const { reach, length, margin, class: link } = budget;
  const { group, from } = link;
  if (group.cable !== undefined || group.fiber === undefined || from.optics?.values.fibers?.value === 0) return reach;
  const attenuation = attenuationOf(group.fiber, from.optics);
  const byLoss = derived(
    'length that the loss budget allows',
    'length',
    'length + margin ÷ attenuation',
    [length, margin, attenuation],
    length.value + margin.value / attenuation.value,
  );
  return derived(
    'supportable length',
    'length',
    'the shorter of reach and length that the loss budget allows',
    [reach, byLoss],
    Math.min(reach.value, byLoss.value),
  );
}
