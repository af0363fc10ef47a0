// Tables: values of one quantity at values of another.
import type { TableRow } from '../../model/index.ts';
import type { Dimension } from '../../units/index.ts';

type Rows = readonly TableRow<Dimension, Dimension>[];

/**
 * A table's value at a point, on the straight line between the rows around it.
 * @returns `NaN` outside the table
 */
export function interpolate(rows: Rows, at: number): number {
  if (rows.length === 1 && rows[0]?.at === undefined) return rows[0]?.value ?? Number.NaN;
  const sorted = sortedRows(rows);
  for (let i = 0; i < sorted.length; i++) {
    const row = sorted[i] as (typeof sorted)[number];
    if (row.at === at) return row.value;
    const next = sorted[i + 1];
    if (next !== undefined && row.at < at && at < next.at) {
      const share = (at - row.at) / (next.at - row.at);
      return row.value + share * (next.value - row.value);
    }
  }
  return Number.NaN;
}

/**
 * Lower bound of a quantity that never falls: its value at a point; beyond the last row of its table, the value of that row. Zero
 * before the first row, at an unknown point, and for a table that falls.
 */
export function lowerBoundAt(rows: Rows, at: number): number {
  const sorted = sortedRows(rows);
  if (sorted.some((row, i) => row.value < (sorted[i - 1]?.value ?? 0))) return 0;
  const within = interpolate(rows, at);
  return Number.isNaN(within) ? (sorted.findLast((row) => row.at <= at)?.value ?? 0) : within;
}

/** Upper bound of a quantity that never rises, beyond the last row of its table: the value of that row; `NaN` before it. */
export function upperBoundBeyond(rows: Rows, at: number): number {
  const last = sortedRows(rows).at(-1);
  return last !== undefined && at > last.at ? last.value : Number.NaN;
}

function sortedRows(rows: Rows): { readonly value: number; readonly at: number }[] {
  return rows.flatMap(({ value, at }) => (at === undefined ? [] : [{ value, at }])).sort((a, b) => a.at - b.at);
}
