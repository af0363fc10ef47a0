// Feeds, UPSs and PDUs that supply no rack and no CDU.
import { suppliersOf } from '../../facts/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { type Fabric, type FeedSet, feedSubject, feedsOfCdu, feedsOfRack, single } from '../../model/index.ts';
import { fedToo } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'power/unused-feed',
  severity: 'note',
  level: 'assembly',
  title: 'A feed supplies nothing',
  why: 'A feed counts for redundancy only where racks and CDUs are connected to it. One that is installed and connected to nothing is mostly a `fed by` that was not written: the other feed then carries the racks alone, and its failure stops them.',
  sources: ['The design itself'],
  override: 'Name it in `fed by` of the racks, or write `allow power/unused-feed because "…" on` the feed.',
  bad: `import "std/racks"

rack type R is Eia48 { power 20 kW }
rack r : R { fed by A }
feed A { capacity 10 kW }
feed B { capacity 10 kW }
//   ^
`,
  fix: { 'fed by A': 'fed by A, B' },
  edges: [
    {
      name: 'beside feeds with redundancy',
      change: { 'fed by A }': 'fed by A, C, n+1 }', 'feed A {': 'feed C { capacity 10 kW }\nfeed A {' },
      finds: 'Feed B supplies no rack and no CDU',
    },
    // Without racks it is a part of a design that is still to come.
    { name: 'no racks yet', change: { 'rack r : R { fed by A }': '' } },
  ],
  check({ fabric }) {
    if (fabric.racks.count === 0) return [];
    const used = usedFeeds(fabric);
    return fabric.feeds
      .filter((feed) => !used.has(feed.index))
      .map((feed) => ({
        message: `${feedSubject(feed)} supplies no rack and no CDU.`,
        help: `Connect racks to it with \`fed by\`, or remove it.`,
        origin: feed.origin,
        subjects: single('feed', feed.index),
        remedies: fedToo(fabric, feed),
      }));
  },
});

/** The feeds that a rack or a CDU is connected to, directly or through others. */
function usedFeeds(fabric: Fabric): ReadonlySet<number> {
  const sets = new Set<FeedSet>();
  for (let rack = 0; rack < fabric.racks.count; rack++) sets.add(feedsOfRack(fabric, rack));
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) sets.add(feedsOfCdu(fabric, cdu));
  return new Set([...sets].flatMap((set) => [...suppliersOf(fabric, set)]));
}
