// The document of an exported table: its columns and rows, and the design it is from.
import {
  type Cell,
  columnsOf,
  type Facts,
  missingLinks,
  printCount,
  type TableColumn,
  type TableExport,
  unknownText,
} from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Counts } from '../wording/counts.ts';

/** A table of a design. */
export interface TableDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  /** Findings of a check. */
  readonly counts: Counts;
  readonly table: TableExport;
  /** What its rows are grouped by: one of the groups of the table. */
  readonly by?: string | undefined;
  readonly facts: Facts;
}

export const tableDocument = defineDocument<TableDocument>({ name: 'table', defaultFormat: 'csv' });

/** Columns and rows that say something to people: without columns that they would find empty. */
export function readable({ table, by, facts }: TableDocument): {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const columns = columnsOf(table, by);
  const rows = [...table.rows(facts, by)];
  const isSilent = (cell: Cell | undefined): boolean => cell === undefined || cell === '' || cell === unknownText;
  const kept = columns.map(({ optional }, i) => optional !== true || rows.some((row) => !isSilent(row[i])));
  const ofKept = <T>(list: readonly T[]): T[] => list.filter((_, i) => kept[i] === true);
  return { columns: ofKept(columns), rows: rows.map(ofKept) };
}

/** Why a table isn't to be relied on; undefined where it is. */
export function whyIncomplete({ counts, facts: { fabric } }: TableDocument): string | undefined {
  if (counts.error > 0) return `The design has ${printCount(counts.error, 'error')}: rows may be missing or wrong.`;
  const missing = missingLinks(fabric);
  return missing === undefined ? undefined : `Rows are missing: ${missing}.`;
}
