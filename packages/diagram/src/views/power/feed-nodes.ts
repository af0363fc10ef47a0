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
  feedNoun,
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

/** A feed: what it carries, what it must carry with others lost, what is left to others when it is lost. */
export function feedNode(facts: Facts, feed: Feed, tier: number): TiersNode {
  const { index, kind, name } = feed;
  const [now, alone, capacity] = [facts.power.feedShare(index), facts.power.feed(index), feedCapacity(feed)];
  const { efficiency } = feed.values;
  const lines = [
    `${valueOr(now, 'load')} while no feed fails`,
    ...(efficiency === undefined ? [] : [`efficiency ${printQuantity(efficiency.value, 'ratio')}`]),
    ...(hasBattery(feed) ? [`${valueOr(batteryTime(feed, alone), 'time')} on batteries with others lost`] : []),
    ...lossLines(facts, index),
  ];
  const label = `${feedNoun(kind)} ${name}`;
  return {
    ...{ id: name, kind: 'feed', label, lines, count: 1, tier, meter: true },
    status: {
      value: shareOfLimit(alone, capacity),
      text: `${ofLimit(alone, capacity, 'load')} with others lost`,
    },
    ...originOf(feed.origin),
    detail: [
      label,
      ...lines,
      `${ofLimit(alone, capacity, 'load')} with others lost`,
      ...unknownReasons([now, capacity]),
    ].join('\n'),
  };
}

/** What stops when this one is lost, and which others carry more; the worst of them. */
function lossLines(facts: Facts, lost: number): string[] {
  const { fabric, power } = facts;
  const feeds = feedsWithout(fabric, [lost]);
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
  const stops = dark === 0 ? [] : [`when lost, ${printCount(dark, 'rack')} ${dark === 1 ? 'stops' : 'stop'}`];
  if (worst === undefined) return stops;
  const over = exceeds(worst.load.known, worst.capacity.value) ? ': overloaded' : '';
  return [
    ...stops,
    `when lost, ${worst.feed.name} carries ${drawnPower(worst.load.known)}${over}${after.length > 1 ? `; ${printNumber(after.length - 1, 0)} more` : ''}`,
  ];
}

/** The power that a UPS or a PDU draws from each of what supplies it, while no feed fails. */
export function supplyTrunks(facts: Facts, feed: Feed, drawn: ReadonlySet<number>): Trunk[] {
  const { fabric, power } = facts;
  const set = feedsOfFeed(fabric, feed);
  const draws = drawnBy(feed, power.feedShare(feed.index));
  const share = draws.value / set.ids.length;
  const text = valueOr({ ...draws, value: share, known: draws.known / set.ids.length }, 'power');
  return [...set.ids]
    .filter((id) => drawn.has(id))
    .map((id) => {
      const from = itemAt(fabric.feeds, id);
      return {
        ...{ id: `${from.name} to ${feed.name}`, from: from.name, to: feed.name, lines: [text] },
        weight: known(share),
        detail: [
          `${feedSubject(from)} to ${feedNoun(feed.kind)} ${feed.name}: ${text} of ${valueOr(draws, 'a power that is')}`,
          redundancyText(set),
        ].join('\n'),
      };
    });
}

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
