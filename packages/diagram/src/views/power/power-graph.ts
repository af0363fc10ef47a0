// The drawing of power: feeds above, UPSs and PDUs in rows by what supplies them, racks and CDUs below, with the power between them.

import {
  exceeds,
  type Facts,
  type Feed,
  feedCapacity,
  feedKinds,
  feedNoun,
  feedSubject,
  knownOf,
  printCount,
  printQuantity,
  sum,
  times,
} from '@lightloom/core';
import { type Figure, grouped, type Trunk } from '../../graph/index.ts';
import { figuresOf } from '../captions/key-figures.ts';
import { colorLegend, widthLegend } from '../captions/legend.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { known } from '../text/json-values.ts';
import { basisText, countIfAny, joined, ofLimit, valueOr } from '../text/phrases.ts';
import {
  feedNode,
  feedTiers,
  isOn,
  times as manyTimes,
  redundancyText,
  subjectOf,
  supplyTrunks,
} from './feed-nodes.ts';
import { type FeedStack, feedStacks } from './feed-stacks.ts';
import { loadNode, otherLoads } from './load-nodes.ts';
import { type Load, loadsOf } from './loads.ts';
import { powerLocator } from './power-locator.ts';
import { unfoldLoad } from './unfold-loads.ts';

/** Boxes of a row: more feeds are counted in a note, more kinds of load share a box for each set of feeds. */
const most = { feeds: 12, loads: 8 };

export interface PowerSketch {
  /** Feeds that are drawn; all when undefined. */
  readonly feeds: ReadonlySet<number> | undefined;
  /** Ids of equal loads that are drawn one by one. */
  readonly unfolded?: ReadonlySet<string>;
}

export function powerGraph(facts: Facts, { feeds, unfolded = new Set() }: PowerSketch): Sketched {
  const { fabric } = facts;
  const tierOf = feedTiers(fabric);
  const all = fabric.feeds.filter(({ index }) => feeds === undefined || isOn(fabric, index, feeds));
  const stacks = [
    ...grouped(feedStacks(facts, all, unfolded), ({ feeds: [first] }) => tierOf(first.index)).values(),
  ].flatMap((row) => row.slice(0, most.feeds));
  const drawn = stacks.flatMap((each) => each.feeds);
  const ids = new Set(drawn.map(({ index }) => index));
  const every = loadsOf(facts);
  const on = every.filter(({ set }) => set.ids.some((id) => ids.has(id)));
  const unfed = every.filter(({ set }) => set.ids.length === 0);
  // What is on PDUs first: the bands from what is higher pass on the other side.
  const rowsAbove = ({ set }: Load): number => Math.max(...[...set.ids].map(tierOf));
  const own = on
    .slice(0, most.loads)
    .sort((a, b) => rowsAbove(a) - rowsAbove(b))
    .flatMap((each) => unfoldLoad(fabric, each, unfolded));
  const rest = otherLoads(on.slice(most.loads));
  const loads = [...own, ...rest];
  const nodes = [
    ...stacks.map((each) => feedNode(facts, each, tierOf(each.feeds[0].index))),
    ...own.map((each) => ({ ...loadNode(facts, each), ...(each.folding && { folding: each.folding }) })),
    ...rest.map((each) => each.node),
  ];
  const trunks = [
    ...loads.flatMap((each) =>
      stacks.filter(({ feeds: [first] }) => each.set.ids.includes(first.index)).map((from) => trunkOf(from, each)),
    ),
    ...stacks.flatMap((each) => supplyTrunks(facts, each, stacks)),
  ];
  return {
    arrangement: 'tiers',
    subtitle: joined([
      ...feedKinds.map((kind) => countIfAny(all.filter((each) => each.kind === kind).length, feedNoun(kind))),
      countIfAny(countOf(on, 'rack'), 'rack'),
      countIfAny(countOf(on, 'cdu'), 'CDU'),
      basisText(facts),
    ]),
    figures: figures(facts, drawn),
    nodes,
    groups: [],
    trunks,
    legend: {
      ...colorLegend(
        {
          kind: 'share',
          title: 'Power, as a share of what a feed can carry and a rack can draw',
          ticks: ['0 %', '50 %', '100 %'],
          over: 'over the limit',
          unknown: true,
        },
        nodes,
      ),
      ...widthLegend(trunks, 'Power while no feed fails', 'power'),
    },
    notes: [
      ...(all.length === 0
        ? ['There are no feeds here: declare them with “feed A { capacity 1 MW }” and name them with “fed by A, B”.']
        : []),
      ...(all.length > drawn.length
        ? [`${printCount(all.length - drawn.length, 'feed is', 'feeds are')} not drawn.`]
        : []),
      ...(unfed.length === 0
        ? []
        : [
            `${joined([countIfAny(countOf(unfed, 'rack'), 'rack'), countIfAny(countOf(unfed, 'cdu'), 'CDU')])} on no feed: ${unfed
              .map(({ label }) => label)
              .slice(0, 4)
              .join(', ')}${unfed.length > 4 ? ', …' : ''}.`,
          ]),
      'Each load is shared equally by its working feeds. The color of a feed is what it must carry when as many of the others fail as its loads tolerate.',
    ],
    locator: powerLocator({ feeds: stacks, own, others: on.slice(most.loads), shared: rest }),
  };
}

const countOf = (loads: readonly Load[], kind: Load['kind']): number =>
  loads.reduce((sum, each) => sum + (each.kind === kind ? each.ids.length : 0), 0);

function figures(facts: Facts, feeds: readonly Feed[]): Figure[] {
  const carried = sum(
    'power on the feeds',
    'power',
    'sum of the feeds',
    feeds
      .filter(({ feeds: set }) => facts.fabric.feedSets[set]?.ids.length === 0)
      .map(({ index }) => facts.power.feedShare(index)),
  );
  const shares = feeds
    .map((feed) => ({ feed, load: facts.power.feed(feed.index), capacity: feedCapacity(feed) }))
    .map((each) => ({ ...each, share: knownOf(each.load) / each.capacity.value }))
    .filter(({ share }) => !Number.isNaN(share))
    .sort((a, b) => b.share - a.share);
  const [worst] = shares;
  const areKnown = shares.length === feeds.length && shares.every(({ load }) => !Number.isNaN(load.value));
  return [
    ...(feeds.length === 0
      ? []
      : figuresOf(facts, [{ label: 'Power on these feeds', value: carried, note: basisText(facts) }], {
          of: 'feed',
          ids: new Set(feeds.map(({ index }) => index)),
        })),
    ...(worst === undefined
      ? []
      : [
          {
            label: `Most loaded: ${feedSubject(worst.feed)}`,
            value: `${Number.isNaN(worst.load.value) ? 'at least ' : ''}${printQuantity(worst.share, 'ratio')}`,
            note: `${ofLimit(worst.load, worst.capacity, 'load')}, others lost`,
            verdict: exceeds(worst.share, 1)
              ? ('fails' as const)
              : areKnown
                ? ('holds' as const)
                : ('unknown' as const),
          },
        ]),
  ];
}

/** The power that feeds give equal loads while no feed fails. */
function trunkOf(from: FeedStack, { each, ids, set, id }: Pick<Load, 'each' | 'ids' | 'set' | 'id'>): Trunk {
  const all = sum('power', 'power', 'sum of its loads', [times(ids.length, each)]);
  const count = from.feeds.length;
  const share = all.value / set.ids.length;
  const text = valueOr({ ...all, value: share, known: all.known / set.ids.length }, 'power');
  return {
    ...{ id: `${from.id} to ${id}`, from: from.id, to: id, lines: [manyTimes(count, text)] },
    weight: known(share * count),
    detail: [
      `${subjectOf(from)} to ${id}: ${manyTimes(count, text)} of ${valueOr(all, 'a power that is')}`,
      redundancyText(set),
    ].join('\n'),
  };
}
