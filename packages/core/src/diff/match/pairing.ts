// Which row of a table of one design is which row of the same table of another.
import { numberAt, signedAt } from '../../model/index.ts';

/** Rows of two tables, paired one to one. */
export interface Pairing {
  /** By row of the old table, the row of the new one, or -1. */
  readonly after: Int32Array;
  /** By row of the new table, the row of the old one, or -1. */
  readonly before: Int32Array;
}

/** Tables without a pair so far. */
export function unpaired(before: number, after: number): Pairing {
  return { after: new Int32Array(before).fill(-1), before: new Int32Array(after).fill(-1) };
}

/** Pairs two rows. */
export function pair({ before, after }: Pairing, old: number, now: number): void {
  after[old] = now;
  before[now] = old;
}

/** Whether neither of two rows has a pair. */
export function areFree({ before, after }: Pairing, old: number, now: number): boolean {
  return signedAt(after, old) < 0 && signedAt(before, now) < 0;
}

/** The rows without a pair. */
export function freeIn(column: Int32Array): number[] {
  const free: number[] = [];
  for (let row = 0; row < column.length; row++) if (column[row] === -1) free.push(row);
  return free;
}

/** Rows by a key, in their order; those without a key are left out. */
export function rowsBy<K>(rows: Iterable<number>, keyOf: (row: number) => K | undefined): Map<K, number[]> {
  const found = new Map<K, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [row]);
    else known.push(row);
  }
  return found;
}

/**
 * Pairs free rows that have the same key, in their order. Rows with one key are alike in all that counts, so that any choice among
 * them is right.
 */
export function pairAlike<K>(
  pairing: Pairing,
  oldKey: (row: number) => K | undefined,
  newKey: (row: number) => K | undefined,
): void {
  const olds = rowsBy(freeIn(pairing.after), oldKey);
  const news = rowsBy(freeIn(pairing.before), newKey);
  for (const [key, rows] of olds) {
    const others = news.get(key) ?? [];
    for (let i = 0; i < Math.min(rows.length, others.length); i++)
      pair(pairing, numberAt(rows, i), numberAt(others, i));
  }
}
