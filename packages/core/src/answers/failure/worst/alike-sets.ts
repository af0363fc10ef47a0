// Choices of devices and blocks that fail, up to exchanges of two of them alone: quick, also of millions of links.

import { devicesIn } from '../../../facts/selection/devices-in.ts';
import { itemAt, numberAt } from '../../../model/index.ts';
import type { Facts } from '../../facts.ts';
import { exchangeable } from './alike-scenarios.ts';

/**
 * One choice of all that exchanges of the devices of two ids map onto each other.
 * @returns undefined where there are more than so many, or devices belong to several ids, of which one isn't lost beside another
 */
export function unlikeSets(
  facts: Facts,
  of: 'device' | 'group',
  ids: readonly number[],
  count: number,
  most: number,
): readonly (readonly number[])[] | undefined {
  const sets = ids.map((id) => [...devicesIn(facts, of, [id])]);
  if (new Set(sets.flat()).size < sets.reduce((all, { length }) => all + length, 0)) return undefined;
  const classes = exchangeable(facts, sets).map((places) => places.map((place) => numberAt(ids, place)));
  if (classes.length > most) return undefined;
  const found: (readonly number[])[] = [];
  for (const each of choicesOf(classes, count)) {
    if (found.length === most) return undefined;
    found.push(each);
  }
  return found;
}

/** All choices of so many ids that differ in how many they take of each class, most of the first class first. */
function* choicesOf(
  classes: readonly (readonly number[])[],
  count: number,
  from = 0,
  chosen: readonly number[] = [],
): Iterable<readonly number[]> {
  const left = count - chosen.length;
  if (left === 0) {
    yield chosen;
    return;
  }
  for (let at = from; at < classes.length; at++) {
    const ids = itemAt(classes, at);
    for (let taken = Math.min(left, ids.length); taken > 0; taken--)
      yield* choicesOf(classes, count, at + 1, [...chosen, ...ids.slice(0, taken)]);
  }
}
