// Lists of ids, of which selections consist: typed arrays, since a selector may name a million things.
import { unsignedAt } from '@lightloom/core';

/** The same ids, each once, in their order; the list itself if none repeats. */
export function distinct(ids: Uint32Array): Uint32Array {
  // A rising list has no repeats.
  let rising = 1;
  while (rising < ids.length && unsignedAt(ids, rising) > unsignedAt(ids, rising - 1)) rising++;
  if (rising >= ids.length) return ids;
  let max = 0;
  for (let i = 0; i < ids.length; i++) max = Math.max(max, unsignedAt(ids, i));
  // A few ids of many aren't worth a table of all.
  if (ids.length * 64 < max) return Uint32Array.from(new Set(ids));
  const seen = new Uint8Array(max + 1);
  const found = new Uint32Array(ids.length);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = unsignedAt(ids, i);
    if (seen[id] === 1) continue;
    seen[id] = 1;
    found[count++] = id;
  }
  return count === ids.length ? ids : found.slice(0, count);
}

/** Some lists, one after another: the list itself of one, and a stretch of the list that all are stretches of where each begins where the one before ends. */
export function joined(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  let size = 0;
  for (const list of lists) size += list.length;
  const follows = (list: Uint32Array, i: number): boolean => {
    const before = lists[i - 1];
    return (
      before === undefined ||
      (list.buffer === before.buffer && list.byteOffset === before.byteOffset + before.byteLength)
    );
  };
  if (only !== undefined && lists.every(follows)) return new Uint32Array(only.buffer, only.byteOffset, size);
  const all = new Uint32Array(size);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** Some ids, each with an offset added. */
export function shifted(ids: Uint32Array, by: number): Uint32Array {
  const moved = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) moved[i] = unsignedAt(ids, i) + by;
  return moved;
}
