// Tables as files that aren't text, as far as these depend on the table: the cells of a workbook, the lines of labels.
import { visible } from '../shown/index.ts';
import { readable, type TableDocument, whyIncomplete } from './document.ts';

/** Formats of files, with what they are for. */
export const tableFiles = {
  pdf: 'PDF, for a label printer: `labels` only',
  xlsx: 'Excel workbook, for a spreadsheet',
} as const;

export type TableFile = keyof typeof tableFiles;

/** Whether a table can be written as such a file. */
export function hasTableFile(table: string, format: TableFile): boolean {
  return format !== 'pdf' || table === 'labels';
}

/** A table as the cells of a workbook. */
export function workbookOf(document: TableDocument) {
  const { columns, rows } = readable(document);
  const incomplete = whyIncomplete(document);
  const summary = document.table.summary?.(document.facts).text ?? [];
  return {
    title: document.table.title,
    heads: columns.map(({ head, numeric = false }) => ({ text: head, isNumeric: numeric })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : visible(cell)))),
    notes: [...summary, ...(incomplete === undefined ? [] : [`Incomplete: ${incomplete}`])],
  };
}

/** The lines of each label. */
export function labelTexts({ table, facts }: TableDocument): string[][] {
  const labels: string[][] = [];
  for (const [id = '', here = '', connector = '', there = '', medium = '', length = ''] of table.rows(facts)) {
    const kind = typeof length === 'number' ? `${medium} ${length} m` : `${medium}`;
    const plug = connector === '' ? `${here}` : `${here} ${connector}`;
    labels.push([`${id}  ${kind}`, plug, `→ ${there}`].map(visible));
  }
  return labels;
}
