// New ids for what stands, in the order of the old ones.
import type { ElementFamily } from '../catalogue/index.ts';
import { realAt, type Selection, signedAt, unsignedAt } from '../model/index.ts';

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

/** The rows of a column of ids or counts for some old ids. */
export function unsignedRows(column: Uint32Array, from: Uint32Array): Uint32Array {
  return from.map((id) => unsignedAt(column, id));
}

/** The rows of a column of ids where -1 means none, for some old ids. */
export function signedRows(column: Int32Array, from: Uint32Array): Int32Array {
  return Int32Array.from(from, (id) => signedAt(column, id));
}

/** The rows of a column of quantities for some old ids. */
export function realRows(column: Float64Array, from: Uint32Array): Float64Array {
  return Float64Array.from(from, (id) => realAt(column, id));
}

/** A column of ids, or of -1, of which those that don't stand become -1. */
export function idsOf(column: Int32Array, to: Int32Array): Int32Array {
  return column.map((id) => (id < 0 ? -1 : signedAt(to, id)));
}
