// What an export is: a named table derived from a design, row by row.
import type { Facts } from '../answers/index.ts';
import type { Derivation } from '../figures/index.ts';

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
  /** Whether formats for people leave it out where none of its cells says anything. */
  readonly optional?: true;
}

/** What holds for a table as a whole. */
export interface TableSummary {
  /** In sentences. */
  readonly text: readonly string[];
  /** By a name in kebab-case. */
  readonly figures: Readonly<Record<string, Derivation>>;
}

/** A table derived from a design. `npm run generate` lists each file here that exports one as `table`. */
export interface TableExport {
  /** The name on the command line: `bom`. */
  readonly name: string;
  readonly title: string;
  /** One line for the help and the documentation. */
  readonly doc: string;
  readonly columns: readonly TableColumn[];
  /** What its rows can be grouped by, each with the column that comes first then: `--by rack`. */
  readonly groups?: Readonly<Record<string, TableColumn>>;
  /**
   * The rows, in an order that depends on the text only. Yielded one by one: a million links are a million rows.
   * @param by one of its groups
   */
  rows(facts: Facts, by?: string): Iterable<readonly Cell[]>;
  summary?(facts: Facts): TableSummary;
}

/** Declares a table. */
export function defineTable(table: TableExport): TableExport {
  return table;
}

/** The columns of a table, with that of its group first. */
export function columnsOf({ columns, groups = {} }: TableExport, by: string | undefined): readonly TableColumn[] {
  const group = by === undefined ? undefined : groups[by];
  return group === undefined ? columns : [group, ...columns];
}
