// What an export is: a named table derived from a design, row by row.
import type { Facts } from '../answers/index.ts';

/**
 * A cell: a text, or a number that is written as it is. In a numeric column, it is `unknown` where the number is missing and empty
 * where the row has none.
 */
export type Cell = string | number;

/** A column of a table. */
export interface TableColumn {
  /** The key in JSON and the head in CSV: kebab-case, with the unit of a number behind it, as `length-m`. */
  readonly key: string;
  /** The head for people. */
  readonly head: string;
  /** Whether its cells are numbers. */
  readonly numeric?: boolean;
}

/** A table derived from a design. `npm run generate` lists each file here that exports one as `table`. */
export interface TableExport {
  /** The name on the command line: `bom`. */
  readonly name: string;
  readonly title: string;
  /** One line for the help and the documentation. */
  readonly doc: string;
  readonly columns: readonly TableColumn[];
  /** The rows, in an order that depends on the text only. Yielded one by one: a million links are a million rows. */
  rows(facts: Facts): Iterable<readonly Cell[]>;
}

/** Declares a table. */
export function defineTable(table: TableExport): TableExport {
  return table;
}
