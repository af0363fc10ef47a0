// The document of an exported table: its columns and rows, and the design it is from.
import type { Facts, TableExport } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** A table of a design. */
export interface TableDocument {
  readonly table: TableExport;
  readonly facts: Facts;
}

export const tableDocument = defineDocument<TableDocument>({ name: 'table', defaultFormat: 'csv' });
