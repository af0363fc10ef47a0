// A feed, a UPS or a PDU that can't carry what is on it when others are lost.

import { feedCapacity } from '../../facts/index.ts';
import { leastOf, printApart } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Fabric, feedNoun, feedSubject, single } from '../../model/index.ts';
import { atLeastText } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/feed-budget',
  severity: 'error',
  level: 'assembly',
  title: "A feed can't carry its racks alone",
  why: 'A rack or a CDU on two feeds must be able to run on one of them. When the other is lost, everything connected to both draws from the remaining one, at its maximum power, including the short electrical peaks of hosts with a `peak-power`. Power shelves are connected to the feeds of their rack; the pumps of a CDU to its own feeds, or to those of the rack it is placed in. A UPS or a PDU draws what it delivers divided by its `efficiency`, and what supplies it must deliver that.',
  sources: ['2N feeds: each carries the whole load; with n+1, the remaining ones share it'],
  limit: 'feed load',
  override: 'Set `capacity` on the feed, or connect the racks to other feeds with `fed by`.',
  bad: `import "std/racks"

feed A { capacity 10 kW }
//       ^^^^^^^^^^^^^^ error: Feed A must carry 12 kW alone; its capacity is 10 kW
feed B { capacity 20 kW }
switch type Box { height 1 OU  power 3 kW }
rack r : OpenRackV3 { fed by A, B }
switch box[1..4] : Box
place box[*] in r
`,
  fix: { 'capacity 10 kW': 'capacity 20 kW' },
  edges: [
    {
      name: 'exactly at the limit',
      change: { 'capacity 10 kW': 'capacity 12 kW' },
    },
    {
      name: 'just over',
      change: { 'capacity 10 kW': 'capacity 11.9 kW' },
      finds: 'must carry 12 kW alone',
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const feed of facts.fabric.feeds) {
      const capacity = feedCapacity(feed);
      const load = facts.power.feed(feed.index);
      // A feed without racks needs no capacity.
      if (load.terms.length === 0 || !judge.exceeds(load, capacity, { at: feed.origin })) continue;
      const [is, most] = printApart(load, capacity);
      reports.push({
        message: `${feedSubject(feed)} must carry ${is} ${isAlone(facts.fabric, feed.index) ? 'alone' : 'when others fail'}; its capacity is ${most}.`,
        help: `Use a larger ${feedNoun(feed.kind)}, or connect some racks to other feeds.`,
        origin: capacity.origin ?? feed.origin,
        label: `${is} connected`,
        subjects: single('feed', feed.index),
        derivation: load,
        remedies: [setting(capacity.origin ?? feed.origin, 'capacity', atLeastText(leastOf(load), 'power'))],
        over: { value: load, limit: capacity.value },
      });
    }
    return reports;
  },
});

/** Whether a feed is the only one that remains for what is on it in the worst case. */
function isAlone({ feedSets, racks, cdus, feeds }: Fabric, feed: number): boolean {
  return [...racks.feeds, ...cdus.feeds, ...feeds.map((each) => each.feeds)].every((set) => {
    const on = feedSets[set];
    return on === undefined || !on.ids.includes(feed) || on.redundancy === undefined;
  });
}
