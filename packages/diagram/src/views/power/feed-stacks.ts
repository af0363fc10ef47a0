// Feeds, UPSs and PDUs of one array that are alike, in one box; one with another capacity, battery or supply is apart.
import { type Facts, type Feed, feedNoun } from '@lightloom/core';
import { type Folding, grouped } from '../../graph/index.ts';
import { mergedNames } from '../text/names.ts';

/** More that are alike than this stay one: a row has no room for them. */
const maxUnfolded = 12;

/** What shares a box. */
export interface FeedStack {
  readonly id: string;
  /** `UPS U[1..4]` */
  readonly label: string;
  readonly feeds: readonly [Feed, ...Feed[]];
  readonly folding?: Folding;
}

/** The boxes of feeds, in the order of the first in each. @param unfolded ids of those that are drawn one by one */
export function feedStacks(facts: Facts, feeds: readonly Feed[], unfolded: ReadonlySet<string>): readonly FeedStack[] {
  const keyOf = keysOf(facts);
  return [...grouped(feeds, keyOf).values()].flatMap(([first, ...rest]): FeedStack[] => {
    if (first === undefined) return [];
    const all = [first, ...rest] as const;
    const whole = stackOf(all);
    if (all.length < 2 || all.length > maxUnfolded) return [whole];
    if (!unfolded.has(whole.id)) return [{ ...whole, folding: { key: whole.id, folded: true } }];
    return all.map((each) => ({ ...stackOf([each]), folding: { key: whole.id, folded: false } }));
  });
}

function stackOf(feeds: FeedStack['feeds']): FeedStack {
  const id = mergedNames(feeds.map(({ name }) => name));
  return { id, label: `${feedNoun(feeds[0].kind)} ${id}`, feeds };
}

/** What is equal for feeds that are alike: of one declaration, with the same values, supply and load, and in the same sets. */
function keysOf({ fabric, power }: Facts): (feed: Feed) => string {
  const setsOf = new Map<number, number[]>();
  for (const [at, { ids }] of fabric.feedSets.entries())
    for (const id of ids) setsOf.set(id, [...(setsOf.get(id) ?? []), at]);
  return ({ index, values, feeds, declaration }) => {
    const given = Object.entries(values).map(([name, each]) => [name, name === 'fed' ? feeds : each.value]);
    const loads = [power.feedShare(index), power.feed(index)].flatMap(({ value, known }) => [value, known]);
    return JSON.stringify([declaration, given, loads, setsOf.get(index) ?? []]);
  };
}
