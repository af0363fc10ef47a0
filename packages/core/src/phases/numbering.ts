// New ids for what stands, in the order of the old ones.
import type { ElementFamily } from '../catalogue/index.ts';
import { type Selection, signedAt, unsignedAt } from '../model/index.ts';

/** New ids by old ones, and old ids by new ones. */
export interface Renumbered {
  /** The new id of each old one, or -1. */
  readonly to: Int32Array;
  /** The old id of each new one. */
  readonly from: Uint32Array;
}

/** Numbers what stands anew. */
export function renumbered(stands: Uint8Array): Renumbered {
  const to = new Int32Array(stands.length).fill(-1);
  const from = new Uint32Array(stands.length);
  let count = 0;
  for (let id = 0; id < stands.length; id++) {
    if (stands[id] === 0) continue;
    to[id] = count;
    from[count++] = id;
  }
  return { to, from: from.slice(0, count) };
}

/** The new ids of each family; none for families all of which stand under their old ids. */
export type NewIds = Readonly<Partial<Record<ElementFamily, Int32Array>>>;

/** Ids that stand, by their new numbers, in their order. */
export function idsThatStand(ids: Uint32Array, to: Int32Array | undefined): Uint32Array {
  if (to === undefined) return ids;
  const found = new Uint32Array(ids.length);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = signedAt(to, unsignedAt(ids, i));
    if (id >= 0) found[count++] = id;
  }
  return found.slice(0, count);
}

/** A selection of what stands. */
export function selectionOf({ of, ids }: Selection, to: NewIds): Selection {
  return { of, ids: idsThatStand(ids, to[of]) };
}

/** The rows of a column for some old ids. */
export function rowsOf<T extends Uint32Array | Int32Array | Float64Array>(column: T, from: Uint32Array): T {
  const rows = column.slice(0, from.length) as T;
  for (let i = 0; i < from.length; i++) rows[i] = column[unsignedAt(from, i)] as number;
  return rows;
}

/** A column of ids, or of -1, of which those that don't stand become -1. */
export function idsOf(column: Int32Array, to: Int32Array): Int32Array {
  return column.map((id) => (id < 0 ? -1 : signedAt(to, id)));
}
