// Exported tables for tests: rows by the keys of their columns.
import { columnsOf, type Facts, tableExports } from '@lightloom/core';

/** A row of a table by the keys of its columns. */
export type Row = Readonly<Record<string, string | number>>;

/**
 * The rows of a table.
 * @param by one of its groups
 * @throws where there is no such table
 */
export function rowsOf(name: string, facts: Facts, by?: string): Row[] {
  const table = tableExports.find((each) => each.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  const columns = columnsOf(table, by);
  return [...table.rows(facts, by)].map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i] ?? ''])));
}
