// What an export is: a named table derived from a design, row by row.
import type { Facts } from '../answers/index.ts';

/** A cell: a text, or a number that is written as it is; `unknown` for a missing value. */
export type Cell = string | number;

interface Column {
  /** The key in JSON and the head in CSV: kebab-case. */
  readonly key: string;
  /** The head for people. */
  readonly head: string;
  readonly numeric?: boolean;
}

/** A table derived from a design. `npm run generate` lists each file here that exports one as `table`. */
export interface TableExport {
  /** The name on the command line: `bom`. */
  readonly name: string;
  readonly title: string;
  /** One line for the help and the documentation. */
  readonly doc: string;
  readonly columns: readonly Column[];
  /** The rows, in an order that depends on the text only. Yielded one by one: a million links are a million rows. */
  rows(facts: Facts): Iterable<readonly Cell[]>;
}

/** Declares a table. */
export function defineTable(table: TableExport): TableExport {
  return table;
}
