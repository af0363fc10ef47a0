// Boxes of feeds, UPSs and PDUs, in rows by what supplies them, and the bands between them.
import {
  batteryTime,
  darkRacks,
  drawnBy,
  exceeds,
  type Fabric,
  type Facts,
  type Feed,
  type FeedSet,
  feedCapacity,
  feedLoad,
  feedSubject,
  feedsOfFeed,
  feedsWithout,
  hasBattery,
  itemAt,
  nothingFailed,
  printCount,
  printNumber,
  printQuantity,
  suppliersOf,
} from '@lightloom/core';
import type { TiersNode, Trunk } from '../../graph/index.ts';
import { known, originOf } from '../text/json-values.ts';
import { drawnPower, ofLimit, shareOfLimit, unknownReasons, valueOr } from '../text/phrases.ts';
import type { FeedStack } from './feed-stacks.ts';

/** Whether a feed is one of some, or is supplied by one of them. */
export function isOn(fabric: Fabric, feed: number, of: ReadonlySet<number>): boolean {
  return (
    of.has(feed) || [...suppliersOf(fabric, feedsOfFeed(fabric, itemAt(fabric.feeds, feed)))].some((id) => of.has(id))
  );
}

/** The row of each feed: loads are in row 1, what supplies nothing but loads in row 2, the utility on top. */
export function feedTiers(fabric: Fabric): (feed: number) => number {
  const tiers = new Array<number>(fabric.feeds.length).fill(2);
  const raise = (feed: Feed, tier: number): void => {
    if ((tiers[feed.index] ?? 0) < tier) tiers[feed.index] = tier;
    for (const id of feedsOfFeed(fabric, feed).ids) raise(itemAt(fabric.feeds, id), tier + 1);
  };
  for (const feed of fabric.feeds) raise(feed, 2);
  return (feed) => tiers[feed] ?? 2;
}

/** Feeds that are alike: what each carries, what it must carry with others lost, what is left to others when it is lost. */
export function feedNode(facts: Facts, { id, label, feeds, folding }: FeedStack, tier: number): TiersNode {
  const [feed] = feeds;
  const { index } = feed;
  const each = feeds.length > 1 ? ' each' : '';
  const [now, alone, capacity] = [facts.power.feedShare(index), facts.power.feed(index), feedCapacity(feed)];
  const { efficiency } = feed.values;
  const lines = [
    `${valueOr(now, 'load')}${each} while no feed fails`,
    ...(efficiency === undefined ? [] : [`efficiency ${printQuantity(efficiency.value, 'ratio')}`]),
    ...(hasBattery(feed) ? [`${valueOr(batteryTime(feed, alone), 'time')} on batteries with others lost`] : []),
    ...lossLines(facts, feeds),
  ];
  return {
    ...{ id, kind: 'feed', label, lines, count: feeds.length, tier, meter: true },
    ...(folding && { folding }),
    status: {
      value: shareOfLimit(alone, capacity),
      text: `${ofLimit(alone, capacity, 'load')}${each} with others lost`,
    },
    ...originOf(feed.origin),
    detail: [
      label,
      ...lines,
      `${ofLimit(alone, capacity, 'load')}${each} with others lost`,
      ...unknownReasons([now, capacity]),
    ].join('\n'),
  };
}

/** What stops when one of these is lost, and which others carry more; the worst of them. */
function lossLines(facts: Facts, alike: FeedStack['feeds']): string[] {
  const { fabric, power } = facts;
  const feeds = feedsWithout(fabric, [alike[0].index]);
  const lost = alike.length > 1 ? 'when one is lost' : 'when lost';
  const after = fabric.feeds
    .filter(({ index }) => !feeds.has(index))
    .map((feed) => ({
      feed,
      load: feedLoad(fabric, power, { ...nothingFailed, feeds }, feed),
      before: power.feedShare(feed.index),
      capacity: feedCapacity(feed),
    }))
    .filter(({ load, before }) => load.known > before.known * (1 + 1e-9))
    .sort((a, b) => b.load.known / b.capacity.value - a.load.known / a.capacity.value);
  const [worst] = after;
  const dark = darkRacks(fabric, feeds).size;
  const stops = dark === 0 ? [] : [`${lost}, ${printCount(dark, 'rack')} ${dark === 1 ? 'stops' : 'stop'}`];
  if (worst === undefined) return stops;
  // Those that are alike carry the same.
  const more = alike.includes(worst.feed) ? after.filter(({ feed }) => !alike.includes(feed)).length : after.length - 1;
  const over = exceeds(worst.load.known, worst.capacity.value) ? ': overloaded' : '';
  return [
    ...stops,
    `${lost}, ${alike.includes(worst.feed) ? 'each other' : worst.feed.name} carries ${drawnPower(worst.load.known)}${over}${more > 0 ? `; ${printNumber(more, 0)} more` : ''}`,
  ];
}

/** The power that UPSs or PDUs that are alike draw from each of what supplies them, while no feed fails. */
export function supplyTrunks(facts: Facts, stack: FeedStack, stacks: readonly FeedStack[]): Trunk[] {
  const { fabric, power } = facts;
  const [feed] = stack.feeds;
  const set = feedsOfFeed(fabric, feed);
  const draws = drawnBy(feed, power.feedShare(feed.index));
  const share = draws.value / set.ids.length;
  const text = valueOr({ ...draws, value: share, known: draws.known / set.ids.length }, 'power');
  return stacks
    .filter(({ feeds }) => set.ids.includes(feeds[0].index))
    .map((from) => {
      const count = from.feeds.length * stack.feeds.length;
      return {
        ...{ id: `${from.id} to ${stack.id}`, from: from.id, to: stack.id, lines: [times(count, text)] },
        weight: known(share * count),
        detail: [
          `${subjectOf(from)} to ${stack.label}: ${times(count, text)} of ${valueOr(draws, 'a power that is')}${stack.feeds.length > 1 ? ' each' : ''}`,
          redundancyText(set),
        ].join('\n'),
      };
    });
}

/** `Feed A`, `UPS U[1..4]` */
export const subjectOf = ({ id, feeds: [first] }: FeedStack): string => feedSubject({ kind: first.kind, name: id });

/** `12 kW`, `4 × 12 kW` */
export const times = (count: number, text: string): string =>
  count === 1 ? text : `${printNumber(count, 0)} × ${text}`;

/** `2 feeds, each feed carries it alone`, `3 feeds, n+1` */
export function redundancyText({ ids, redundancy }: FeedSet): string {
  const spare =
    redundancy === undefined
      ? 'each feed carries it alone'
      : 'mirrored' in redundancy
        ? 'n+n'
        : `n+${redundancy.spare}`;
  return `${printCount(ids.length, 'feed')}, ${spare}`;
}
