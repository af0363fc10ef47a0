// Feeds that supply no rack and no CDU.
import { defineRule } from '../../findings/rule.ts';
import { type Fabric, feedsOfCdu, feedsOfRack, single } from '../../model/index.ts';
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
    // Without racks it is a part of a design that is still to come.
    { name: 'no racks yet', change: { 'rack r : R { fed by A }': '' } },
  ],
  check({ fabric }) {
    if (fabric.racks.count === 0) return [];
    const used = usedFeeds(fabric);
    return fabric.feeds
      .filter((feed) => !used.has(feed.index))
      .map((feed) => ({
        message: `Feed ${feed.name} supplies no rack and no CDU.`,
        help: `Connect racks to it with \`fed by\`, or remove it.`,
        origin: feed.origin,
        subjects: single('feed', feed.index),
        remedies: fedToo(fabric, feed),
      }));
  },
});

/** The feeds that a rack or a CDU is connected to. */
function usedFeeds(fabric: Fabric): ReadonlySet<number> {
  const used = new Set<number>();
  for (let rack = 0; rack < fabric.racks.count; rack++)
    for (const feed of feedsOfRack(fabric, rack).ids) used.add(feed);
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) for (const feed of feedsOfCdu(fabric, cdu).ids) used.add(feed);
  return used;
}
