// Power of what a selector names.

import { type Derivation, sum, times, unknown } from '../../figures/derivation.ts';
import { itemAt, type Selection, unsignedAt } from '../../model/index.ts';
import type { Basis } from '../conditions/basis.ts';
import { isLost, type Scenario } from '../conditions/scenario.ts';
import { feedLoad } from '../power/feeds.ts';
import type { PowerFacts } from '../power/power.ts';
import { type DevicesInInputs, devicesIn } from './devices-in.ts';

/** What the power of a selection is computed from. */
export interface SelectedPowerInputs extends DevicesInInputs {
  readonly scenario: Scenario;
  readonly power: PowerFacts;
}

/**
 * Power of devices, racks, groups or networks together, or the load on feeds, in W.
 * @param basis worst case or typical; undefined for the basis of all figures
 */
export function powerOfSelection(
  inputs: SelectedPowerInputs,
  { of, ids }: Selection,
  basis: Basis | undefined,
  text: string,
): Derivation {
  const { fabric, scenario, power } = inputs;
  const sums = basis === undefined ? power : power[basis];
  const label = `${basis === 'typical' ? 'typical power' : 'power'} of ${text}`;
  if (fabric.gaps.placements && (of === 'rack' || of === 'feed'))
    return unknown(label, 'power', 'some placements could not be understood');
  if (of === 'feed') {
    const loads = [...ids].flatMap((id) => {
      const feed = fabric.feeds[id];
      return feed === undefined ? [] : [feedLoad(fabric, sums, scenario, feed)];
    });
    return loads.length === 1 ? itemAt(loads, 0) : sum(label, 'power', 'sum of the feeds', loads);
  }
  if (of === 'rack') {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) return sums.rack(only);
  }
  const counts = new Map<number, number>();
  for (const device of devicesIn(inputs, of, [...ids])) {
    if (isLost(scenario, device)) continue;
    const index = unsignedAt(inputs.devices.of, device);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const terms = [...counts].map(([index, count]) => times(count, itemAt(sums.device, index)));
  const what = of === 'rack' ? `sum of the devices in ${ids.length} racks` : 'sum of the devices';
  return sum(label, 'power', what, terms);
}
