// Feeds: load and capacity, with all feeds working and after failures.

import { type Derivation, stated, sum } from '../../figures/derivation.ts';
import { type Fabric, type Feed, feedsOfRack, missingOf } from '../../model/index.ts';
import type { Scenario } from '../conditions/scenario.ts';
import { addShare, type PowerSums, type Shares, shareTerms } from './power.ts';

/** Power a feed carries in a scenario, in W: an equal share of each of its racks with the other working feeds of that rack. */
export function feedLoad(fabric: Fabric, power: Pick<PowerSums, 'fed'>, scenario: Scenario, feed: Feed): Derivation {
  const shares: Shares = new Map();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const ids = feedsOfRack(fabric, rack).ids;
    if (ids === undefined || scenario.feeds.has(feed.index) || !ids.includes(feed.index)) continue;
    const left = ids.reduce((all, id) => all + (scenario.feeds.has(id) ? 0 : 1), 0);
    addShare(shares, power.fed(rack), left);
  }
  return sum(`load on ${feed.name}`, 'power', 'sum of its shares of the racks', shareTerms(shares));
}

/** Power a feed can carry, in W. */
export function feedCapacity(feed: Feed): Derivation {
  return stated(`capacity of ${feed.name}`, 'power', feed.values.capacity, missingOf('feed', feed, 'capacity'));
}
