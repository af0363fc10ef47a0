// The document of an exported table: its columns and rows, and the design it is from.
import { type Facts, missingLinks, printCount, type TableExport } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Counts } from '../wording/counts.ts';

/** A table of a design. */
export interface TableDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  /** Findings of a check. */
  readonly counts: Counts;
  readonly table: TableExport;
  readonly facts: Facts;
}

export const tableDocument = defineDocument<TableDocument>({ name: 'table', defaultFormat: 'csv' });

/** Why a table isn't to be relied on; undefined where it is. */
export function whyIncomplete({ counts, facts: { fabric } }: TableDocument): string | undefined {
  if (counts.error > 0) return `The design has ${printCount(counts.error, 'error')}: rows may be missing or wrong.`;
  const missing = missingLinks(fabric);
  return missing === undefined ? undefined : `Rows are missing: ${missing}.`;
}
