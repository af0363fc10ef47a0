// Feeds, UPSs and PDUs: load and capacity, with all of them working and after failures.

import { type Derivation, stated, sum } from '../../figures/derivation.ts';
import { type Fabric, type Feed, feedsLeft, missingOf } from '../../model/index.ts';
import type { Scenario } from '../conditions/scenario.ts';
import { sharesOf } from './feed-loads.ts';
import { pathsFrom } from './power-paths.ts';
import { type PowerSums, shareTerms } from './shares.ts';

/**
 * Power a feed delivers in a scenario, in W: an equal share of each rack and CDU on it with the other working feeds of that load,
 * and of what UPSs and PDUs on it draw for theirs, losses included.
 */
export function feedLoad(
  fabric: Fabric,
  power: Pick<PowerSums, 'fed' | 'basis'>,
  scenario: Pick<Scenario, 'feeds'>,
  feed: Feed,
): Derivation {
  const label = `load on ${feed.name}`;
  if (scenario.feeds.has(feed.index)) return sum(label, 'power', 'it has failed', []);
  const paths = pathsFrom(fabric, feed.index, ({ ids }) => [...ids].filter((id) => !scenario.feeds.has(id)));
  return sum(label, 'power', 'sum of its shares', shareTerms(sharesOf(fabric, power, paths)));
}

/**
 * Power a feed must deliver when as many others fail as each load on it, and each UPS and PDU on the way, tolerates, in W. Those that
 * remain are the ones that draw the most through it.
 */
export function feedAlone(fabric: Fabric, power: Pick<PowerSums, 'fed' | 'basis'>, feed: Feed): Derivation {
  const paths = pathsFrom(fabric, feed.index, (set, drawn) =>
    [...set.ids].sort((a, b) => drawn(b) - drawn(a)).slice(0, feedsLeft(set)),
  );
  const shares = sharesOf(fabric, power, paths);
  const ways = [...shares.values()].map(({ path }) => path);
  const isAlone = ways.every(({ feeds }) => feeds === 1);
  return sum(
    `load on ${feed.name} with ${isAlone ? 'the other feeds failed' : 'no redundancy left'}`,
    'power',
    isAlone && ways.every(({ through }) => through.length === 0) ? 'sum of its racks' : 'sum of its shares',
    shareTerms(shares),
  );
}

/** Power a feed, a UPS or a PDU can deliver, in W. */
export function feedCapacity(feed: Feed): Derivation {
  const { name, kind, values } = feed;
  return stated(`capacity of ${name}`, 'power', values.capacity, missingOf(kind, feed, 'capacity'));
}
