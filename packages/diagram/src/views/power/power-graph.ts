// The drawing of power: feeds above, the racks and CDUs on them below, with the power between them.
import {
  exceeds,
  type Facts,
  type Feed,
  feedCapacity,
  feedLoad,
  nothingFailed,
  printCount,
  printNumber,
  printQuantity,
  sum,
} from '@lightloom/core';
import type { Figure, TiersNode, Trunk } from '../../graph/index.ts';
import { figuresOf } from '../captions/key-figures.ts';
import { colorLegend, widthLegend } from '../captions/legend.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { known, originOf } from '../text/json-values.ts';
import { basisText, countIfAny, drawnPower, drawnValue, joined, ofLimit, unknownReasons } from '../text/phrases.ts';
import { loadNode, otherLoads } from './load-nodes.ts';
import { type Load, loadsOf } from './loads.ts';
import { powerLocator } from './power-locator.ts';

/** Boxes side by side: more feeds are counted in a note, more kinds of load share a box for each set of feeds. */
const most = { feeds: 12, loads: 8 };

export interface PowerSketch {
  /** Feeds that are drawn; all when undefined. */
  readonly feeds: ReadonlySet<number> | undefined;
}

export function powerGraph(facts: Facts, { feeds }: PowerSketch): Sketched {
  const { fabric } = facts;
  const all = fabric.feeds.filter(({ index }) => feeds?.has(index) ?? true);
  const drawn = all.slice(0, most.feeds);
  const ids = new Set(drawn.map(({ index }) => index));
  const every = loadsOf(facts);
  const on = every.filter(({ set }) => set.ids.some((id) => ids.has(id)));
  const unfed = every.filter(({ set }) => set.ids.length === 0);
  const own = on.slice(0, most.loads);
  const rest = otherLoads(on.slice(most.loads));
  const loads = [...own, ...rest];
  const nodes = [
    ...drawn.map((feed) => feedNode(facts, feed)),
    ...own.map((each) => loadNode(facts, each)),
    ...rest.map((each) => each.node),
  ];
  const trunks = loads.flatMap((each) =>
    [...each.set.ids].filter((id) => ids.has(id)).map((id) => trunkOf(fabric.feeds[id]?.name ?? '', each)),
  );
  return {
    arrangement: 'tiers',
    subtitle: joined([
      countIfAny(all.length, 'feed'),
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
    locator: powerLocator(facts, { feeds: drawn, own, others: on.slice(most.loads), shared: rest }),
  };
}

const countOf = (loads: readonly Load[], kind: Load['kind']): number =>
  loads.reduce((sum, each) => sum + (each.kind === kind ? each.ids.length : 0), 0);

function figures(facts: Facts, feeds: readonly Feed[]): Figure[] {
  const carried = sum(
    'power on the feeds',
    'power',
    'sum of the feeds',
    feeds.map(({ index }) => facts.power.feedShare(index)),
  );
  const shares = feeds
    .map((feed) => ({ feed, load: facts.power.feed(feed.index), capacity: feedCapacity(feed) }))
    .filter(({ load, capacity }) => !Number.isNaN(load.value / capacity.value))
    .sort((a, b) => b.load.value / b.capacity.value - a.load.value / a.capacity.value);
  const [worst] = shares;
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
            label: `Most loaded feed: ${worst.feed.name}`,
            value: printQuantity(worst.load.value / worst.capacity.value, 'ratio'),
            note: `${ofLimit(worst.load, worst.capacity, 'load')}, others lost`,
            verdict: exceeds(worst.load.value, worst.capacity.value)
              ? ('fails' as const)
              : shares.length < feeds.length
                ? ('unknown' as const)
                : ('holds' as const),
          },
        ]),
  ];
}

/** A feed: what it carries, what it must carry with others lost, what is left to others when it is lost. */
function feedNode(facts: Facts, feed: Feed): TiersNode {
  const { index } = feed;
  const [now, alone, capacity] = [facts.power.feedShare(index), facts.power.feed(index), feedCapacity(feed)];
  const lines = [
    `${Number.isNaN(now.value) ? 'load unknown' : drawnValue(now)} while no feed fails`,
    ...lossLines(facts, index),
  ];
  return {
    ...{ id: feed.name, kind: 'other', label: `feed ${feed.name}`, lines, count: 1, tier: 2, meter: true },
    status: {
      value: known(alone.value / capacity.value),
      text: `${ofLimit(alone, capacity, 'load')} with others lost`,
    },
    ...originOf(feed.origin),
    detail: [
      `feed ${feed.name}`,
      ...lines,
      `${ofLimit(alone, capacity, 'load')} with others lost`,
      ...unknownReasons([now, capacity]),
    ].join('\n'),
  };
}

/** The feeds that carry more when this one is lost; the worst of them. */
function lossLines(facts: Facts, lost: number): string[] {
  const scenario = { ...nothingFailed, feeds: new Set([lost]) };
  const { fabric, power } = facts;
  const after = fabric.feeds
    .filter(({ index }) => index !== lost)
    .map((feed) => ({
      feed,
      load: feedLoad(fabric, power, scenario, feed),
      before: power.feedShare(feed.index),
      capacity: feedCapacity(feed),
    }))
    .filter(({ load, before }) => load.known > before.known * (1 + 1e-9))
    .sort((a, b) => b.load.known / b.capacity.value - a.load.known / a.capacity.value);
  const [worst] = after;
  if (worst === undefined) return [];
  const over = exceeds(worst.load.known, worst.capacity.value) ? ': overloaded' : '';
  return [
    `when lost, ${worst.feed.name} carries ${drawnPower(worst.load.known)}${over}${after.length > 1 ? `; ${printNumber(after.length - 1, 0)} more` : ''}`,
  ];
}

/** The power that a feed gives equal loads while no feed fails. */
function trunkOf(feed: string, { each, ids, set, id }: Pick<Load, 'each' | 'ids' | 'set' | 'id'>): Trunk {
  const share = (each.value * ids.length) / set.ids.length;
  const text = Number.isNaN(share) ? 'power unknown' : drawnPower(share);
  const { redundancy } = set;
  const spare =
    redundancy === undefined
      ? 'each feed carries it alone'
      : 'mirrored' in redundancy
        ? 'n+n'
        : `n+${redundancy.spare}`;
  return {
    ...{ id: `${feed} to ${id}`, from: feed, to: id, lines: [text] },
    weight: known(share),
    detail: [
      `Feed ${feed} to ${id}: ${text} of ${drawnPower(each.value * ids.length)}`,
      `${printCount(set.ids.length, 'feed')}, ${spare}`,
    ].join('\n'),
  };
}
