// What an export is: a named table that is made of a design, row by row.
import type { Facts } from '../answers/index.ts';

/** A cell: a text, or a number that is written as it is. `unknown` stands for what nobody said. */
export type Cell = string | number;

export interface Column {
  /** The key in JSON and the head in CSV: kebab-case. */
  readonly key: string;
  /** The head for people. */
  readonly head: string;
  readonly numeric?: boolean;
}

/** A table made of a design. A new one is a file here and a line in `tables.ts`. */
export interface TableExport {
  /** As it is asked for: `bom`. */
  readonly name: string;
  readonly title: string;
  /** One line for the help and the documentation. */
  readonly doc: string;
  readonly columns: readonly Column[];
  /** Its rows, in an order that follows from the text alone. Made one by one: a million links are a million rows. */
  rows(facts: Facts): Iterable<readonly Cell[]>;
}
