// Redundant feeds that all depend on one UPS, PDU or feed above them.
import { feedsWithout, suppliersOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import {
  cduName,
  type Fabric,
  type Feed,
  type FeedSet,
  feedNoun,
  feedsLeft,
  feedsOfFeed,
  itemAt,
  rackName,
  single,
  unsignedAt,
} from '../../model/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/common-source',
  severity: 'warning',
  level: 'assembly',
  title: 'Redundant feeds depend on one source',
  why: 'Two feeds are redundant only as far upstream as they are separate. Two PDUs behind one UPS fail with that UPS, whatever each of them can carry. A utility or a generator that everything depends on is the edge of the design and is not reported, because a design seldom says what backs it up.',
  sources: ['2N distribution: two independent paths, from the supply to the rack (Uptime Institute, Tier III and IV)'],
  override:
    'Connect them to different UPSs or PDUs with `fed by`, or write `allow power/common-source because "…" on` the source.',
  bad: `import "std/racks"

feed utility { capacity 500 kW }
ups A  { capacity 200 kW  efficiency 97 %  fed by utility }
//  ^
ups B  { capacity 200 kW  efficiency 97 %  fed by utility }
pdu PA { capacity 200 kW  efficiency 98 %  fed by A }
pdu PB { capacity 200 kW  efficiency 98 %  fed by A }
pdu PC { capacity 200 kW  efficiency 98 %  fed by B }
rack r : OpenRackV3 { fed by PA, PB }
rack s : OpenRackV3 { fed by PA, PC }
`,
  fix: {
    'pdu PB { capacity 200 kW  efficiency 98 %  fed by A }': 'pdu PB { capacity 200 kW  efficiency 98 %  fed by B }',
  },
  edges: [
    {
      name: 'three feeds, of which one may fail, and two fail together',
      change: { 'fed by PA, PB }': 'fed by PA, PB, PC, n+1 }' },
      finds: 'The loss of UPS A takes 2 of the 3 supplies of r; 1 may fail',
    },
    {
      name: 'a source beside what depends on it',
      change: { 'fed by PA, PB }': 'fed by A, PA }' },
      finds: 'The loss of UPS A takes both supplies of r, A and PA',
    },
    {
      name: 'raw mains beside a UPS, at the edge of the design',
      change: { 'fed by PA, PB }': 'fed by utility, PA }' },
    },
    { name: 'no redundancy', change: { 'fed by PA, PB }': 'fed by PA }' } },
    {
      name: 'what is fed twice itself',
      change: {
        'pdu PB { capacity 200 kW  efficiency 98 %  fed by A }':
          'pdu PB { capacity 200 kW  efficiency 98 %  fed by A, B }',
      },
    },
  ],
  check({ fabric }) {
    const bySource = new Map<Feed, number[]>();
    for (const [index, set] of fabric.feedSets.entries()) {
      const source = commonSource(fabric, set);
      if (source !== undefined) bySource.set(source, [...(bySource.get(source) ?? []), index]);
    }
    return [...bySource].flatMap(([source, sets]): Report[] => {
      const fed = sets.flatMap((set) => fedBy(fabric, set));
      return fed.length === 0
        ? []
        : [
            {
              message: `The loss of ${feedNoun(source.kind)} ${source.name} takes ${takenFrom(fabric, source, sets, fed)}.`,
              help: `Connect one of them to a source other than ${source.name}.`,
              origin: source.origin,
              label: 'they depend on it',
              subjects: single('feed', source.index),
            },
          ];
    });
  },
});

/** `both supplies of r, PA and PB`; `2 of the 3 supplies of r; 1 may fail` */
function takenFrom(fabric: Fabric, source: Feed, sets: readonly number[], fed: readonly string[]): string {
  const loads = fed.length === 1 ? fed[0] : `${printCount(fed.length, 'load')} (${fed[0]}, …)`;
  const lost = feedsWithout(fabric, [source.index]);
  const [set, ...others] = sets.map((index) => itemAt(fabric.feedSets, index));
  if (set === undefined || others.length > 0) return `more supplies of ${loads} than their redundancy allows`;
  const [all, gone] = [set.ids.length, set.ids.filter((id) => lost.has(id)).length];
  if (gone < all) return `${gone} of the ${all} supplies of ${loads}; ${all - feedsLeft(set)} may fail`;
  const names = allOf([...set.ids].map((id) => itemAt(fabric.feeds, id).name));
  return `${all === 2 ? 'both' : `all ${all}`} supplies of ${loads}, ${names}`;
}

/** The nearest UPS, PDU or fed feed whose loss leaves fewer of the set than its redundancy counts on: one above the set, or one of it. */
function commonSource(fabric: Fabric, set: FeedSet): Feed | undefined {
  const left = feedsLeft(set);
  if (set.ids.length <= left) return undefined;
  return [...suppliersOf(fabric, set)]
    .map((id) => itemAt(fabric.feeds, id))
    .find((source) => {
      const isEdge = source.kind === 'feed' && feedsOfFeed(fabric, source).ids.length === 0;
      if (isEdge) return false;
      const lost = feedsWithout(fabric, [source.index]);
      return set.ids.filter((id) => !lost.has(id)).length < left;
    });
}

/** What is connected to a set of feeds: racks, CDUs, and the UPSs and PDUs behind it. */
function fedBy(fabric: Fabric, set: number): string[] {
  const { racks, cdus, feeds } = fabric;
  const found: string[] = [];
  for (let rack = 0; rack < racks.count; rack++)
    if (unsignedAt(racks.feeds, rack) === set) found.push(rackName(fabric, rack));
  for (let cdu = 0; cdu < cdus.count; cdu++) if (unsignedAt(cdus.feeds, cdu) === set) found.push(cduName(fabric, cdu));
  return [...found, ...feeds.filter((feed) => feed.feeds === set).map(({ name }) => name)];
}
