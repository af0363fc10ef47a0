// Feeds: load and capacity, with all feeds working and after failures.

import { type Derivation, stated, sum } from '../../figures/derivation.ts';
import { type Fabric, type Feed, missingOf } from '../../model/index.ts';
import type { Scenario } from '../conditions/scenario.ts';
import { loadsOn, sumOfShares } from './feed-loads.ts';
import type { PowerSums } from './shares.ts';

/** Power a feed carries in a scenario, in W: an equal share of each rack and CDU on it with the other working feeds of that load. */
export function feedLoad(
  fabric: Fabric,
  power: Pick<PowerSums, 'fed' | 'basis'>,
  scenario: Scenario,
  feed: Feed,
): Derivation {
  const label = `load on ${feed.name}`;
  if (scenario.feeds.has(feed.index)) return sum(label, 'power', 'it has failed', []);
  const left = ({ ids }: { readonly ids: Uint32Array }): number =>
    ids.reduce((all, id) => all + (scenario.feeds.has(id) ? 0 : 1), 0);
  return sumOfShares(label, 'sum of its shares', loadsOn(fabric, power, feed.index), left);
}

/** Power a feed can carry, in W. */
export function feedCapacity(feed: Feed): Derivation {
  return stated(`capacity of ${feed.name}`, 'power', feed.values.capacity, missingOf('feed', feed, 'capacity'));
}
