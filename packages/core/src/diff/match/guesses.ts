// Devices that may be the same, because their names differ in their scope only, because they are declared in the same order, or because
// they have the same index: taken for the same where most of their links lead to what is the same too.
import { type Block, blockOf, deviceOfPort, type Fabric, indexSuffix, signedAt } from '../../model/index.ts';
import type { ColoredSide } from './colors.ts';
import { eachJoin, type Joins } from './joins.ts';
import { freeIn, type Pairing, pair, rowsBy } from './pairing.ts';

/** Tries both guesses. Returns whether any was right. */
export function pairGuessed(pairing: Pairing, before: ColoredSide, after: ColoredSide): boolean {
  return [bySuffix, byOrder, byIndex].some((guess) =>
    confirm(pairing, before.joins, after.joins, guess(pairing, before, after)),
  );
}

/** By old device, the new one it may be, or -1. */
type Guess = (pairing: Pairing, before: ColoredSide, after: ColoredSide) => Int32Array;

/** `a.su[2].leaf[3]` and `b.su[2].leaf[3]`, where only one has such a name on either side. */
const bySuffix: Guess = (pairing, before, after) => {
  const keyIn =
    ({ joins: { fabric }, types }: ColoredSide) =>
    (device: number): string =>
      `${signedAt(types, device)} ${suffixOf(fabric, device)}`;
  return tentative(pairing, keyIn(before), keyIn(after), (olds, news) => olds.length === 1 && news.length === 1);
};

/** Those of a type, where both designs have as many of them left. */
const byOrder: Guess = (pairing, before, after) =>
  tentative(
    pairing,
    (device) => signedAt(before.types, device),
    (device) => signedAt(after.types, device),
    (olds, news) => olds.length === news.length,
  );

/** `leaf[3]` and `tor[3]`, where one array of a type is left on either side, of whatever size. */
const byIndex: Guess = (pairing, before, after) => {
  const keyIn =
    ({ joins: { fabric }, types }: ColoredSide) =>
    (device: number): string =>
      `${signedAt(types, device)} ${indicesOf(fabric, device)}`;
  return tentative(pairing, keyIn(before), keyIn(after), (olds, news) => olds.length === 1 && news.length === 1);
};

function tentative<K>(
  { before, after }: Pairing,
  oldKey: (device: number) => K,
  newKey: (device: number) => K,
  mayPair: (olds: readonly number[], news: readonly number[]) => boolean,
): Int32Array {
  const guess = new Int32Array(after.length).fill(-1);
  const news = rowsBy(freeIn(before), newKey);
  for (const [key, olds] of rowsBy(freeIn(after), oldKey)) {
    const others = news.get(key) ?? [];
    if (mayPair(olds, others))
      olds.forEach((old, i) => {
        guess[old] = others[i] ?? -1;
      });
  }
  return guess;
}

/** The name of a device without those of what it is in: its indices, and those of the groups around it. */
function suffixOf(fabric: Fabric, device: number): string {
  const block = blockOf(fabric, device);
  return `${indicesAround(block)}${block.name}${indexSuffix(block.axes, device - block.first)}`;
}

/** The indices of a device, and of what it is in, without any name. */
function indicesOf(fabric: Fabric, device: number): string {
  const block = blockOf(fabric, device);
  return indicesAround(block) + indexSuffix(block.axes, device - block.first);
}

function indicesAround({ group }: Block): string {
  let found = '';
  for (let each = group; each !== undefined; each = each.parent)
    found = `${/\[.*$/.exec(each.name)?.[0] ?? ''}.${found}`;
  return found;
}

/** Pairs those of which more than half of the links lead to the same devices. */
function confirm(pairing: Pairing, before: Joins, after: Joins, guess: Int32Array): boolean {
  const right: number[] = [];
  const counts = new Map<number, number>();
  for (const old of freeIn(pairing.after)) {
    const now = signedAt(guess, old);
    if (now < 0) continue;
    counts.clear();
    let [own, others, same] = [0, 0, 0];
    eachJoin(before, old, (_, port) => {
      const far = deviceOfPort(before.fabric, port);
      const known = signedAt(pairing.after, far);
      const mapped = known >= 0 ? known : signedAt(guess, far);
      own++;
      if (mapped >= 0) counts.set(mapped, (counts.get(mapped) ?? 0) + 1);
    });
    eachJoin(after, now, (_, port) => {
      const far = deviceOfPort(after.fabric, port);
      const left = counts.get(far) ?? 0;
      others++;
      if (left > 0) same++;
      counts.set(far, left - 1);
    });
    if (same * 2 > Math.max(own, others)) right.push(old);
  }
  for (const old of right) pair(pairing, old, signedAt(guess, old));
  return right.length > 0;
}
