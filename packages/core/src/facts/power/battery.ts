// How long the batteries of a UPS carry its load.
import { type Derivation, derived, stated, unknown } from '../../figures/derivation.ts';
import { type Feed, missingOf } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { feedCapacity } from './feeds.ts';

/** Whether a feed is a UPS whose batteries are given. */
export const hasBattery = ({ kind, values }: Feed): boolean => kind === 'ups' && values.battery !== undefined;

/**
 * How long the batteries of a UPS carry a load, in s: the energy that they give at its capacity, spread over the load. Batteries that are
 * discharged more slowly give no less energy (Peukert, Elektrotechnische Zeitschrift 18, 1897), so below the capacity it is a
 * lower bound; above it, it would be too long, and is unknown.
 * @param load in W
 */
export function batteryTime(feed: Feed, load: Derivation): Derivation {
  const { name, kind, values } = feed;
  const label = `battery time of ${name}`;
  if (kind !== 'ups') return unknown(label, 'time', `${name} is a ${kind}; only UPSs have batteries`);
  const battery = stated(`battery of ${name}`, 'time', values.battery, missingOf('ups', feed, 'battery'));
  const capacity = feedCapacity(feed);
  if (exceeds(load.known, capacity.value)) return unknown(label, 'time', `${name} carries more than its capacity`);
  const time = (battery.value * capacity.value) / load.value;
  return derived(label, 'time', 'battery × capacity ÷ load', [battery, capacity, load], time);
}
