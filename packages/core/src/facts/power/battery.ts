// How long the batteries of a UPS carry its load.
import { type Derivation, derived, knownOf, stated, unknown } from '../../figures/derivation.ts';
import { type Feed, missingOf } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { feedCapacity } from './feeds.ts';

/** Whether a feed is a UPS whose batteries are given. */
export const hasBattery = ({ kind, values }: Feed): boolean => kind === 'ups' && values.battery !== undefined;

/**
 * How long the batteries of a UPS carry a load, in s: the energy that they give at its capacity, spread over the load. Batteries that are
 * discharged more slowly give no less energy (Peukert, Elektrotechnische Zeitschrift 18, 1897), so below the capacity it is a
 * lower bound; above it, it would be too long, and is an upper bound of a time that is unknown.
 * @param load in W
 */
export function batteryTime(feed: Feed, load: Derivation): Derivation {
  const { name, kind, values } = feed;
  const label = `battery time of ${name}`;
  if (kind !== 'ups') return unknown(label, 'time', `${name} is a ${kind}; only UPSs have batteries`);
  const battery = stated(`battery of ${name}`, 'time', values.battery, missingOf('ups', feed, 'battery'));
  const capacity = feedCapacity(feed);
  const terms = [battery, capacity, load];
  // Above the capacity, and where a part of the load is unknown, it is at most what the known load leaves.
  const most = (battery.value * capacity.value) / knownOf(load);
  const bounds = Number.isFinite(most) ? { bounds: { least: 0, most } } : {};
  if (exceeds(knownOf(load), capacity.value))
    return { ...unknown(label, 'time', `${name} carries more than its capacity`, terms), ...bounds };
  const time = derived(
    label,
    'time',
    'battery × capacity ÷ load',
    terms,
    (battery.value * capacity.value) / load.value,
  );
  return Number.isNaN(time.value) ? { ...time, ...bounds } : time;
}
