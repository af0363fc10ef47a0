// What a document for people consists of, whatever its format: sections of paragraphs, notes, lists, figures and tables.
import type { Column } from '../markdown/table.ts';
import type { Rich } from './rich.ts';

export { numberColumns, textColumns } from '../markdown/table.ts';

/** What a reader sees at once: `bad` fails, `warn` may fail, `good` holds, `open` is unknown. */
export type State = 'bad' | 'warn' | 'good' | 'open';

/** A cell that is more than its text. */
export interface FullCell {
  readonly text: Rich;
  /** What it is sorted by, instead of its text: `NaN` for an unknown value. */
  readonly order?: number;
  readonly state?: State;
  /** The used share of a limit; more than 1 is over it. */
  readonly share?: number;
}

/** A cell of a table. */
export type Cell = Rich | FullCell;

/** Rows with the same columns. */
export interface Table {
  readonly kind: 'table';
  /** What it lists, where its section has several. */
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of a section. */
export type Block =
  | Table
  | { readonly kind: 'text'; readonly text: Rich }
  /** What a reader must know before the figures. */
  | { readonly kind: 'note'; readonly title: string; readonly text: Rich }
  | { readonly kind: 'list'; readonly items: readonly Rich[] }
  | { readonly kind: 'figures'; readonly heads: readonly [string, string]; readonly figures: readonly NamedFigure[] };

/** A figure that is read by itself, with its name; `parts` say more about it. */
export interface NamedFigure {
  readonly name: string;
  readonly value: Cell;
  readonly parts?: readonly NamedFigure[];
}

/** A heading, and what is below it. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A table of rows; nothing without rows. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: Pick<Table, 'caption'> = {},
): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows, ...more }];
}

/** A list of items; nothing without items. */
export function list(items: readonly Rich[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A cell with all its parts. */
export function fullCell(cell: Cell): FullCell {
  return typeof cell === 'object' && 'text' in cell && !('kind' in cell) ? cell : { text: cell };
}
