// An exported table as text: CSV (RFC 4180), Markdown or JSON.
import type { Cell, Facts, TableExport } from '@lightloom/core';
import { conditionsLine } from './conditions.ts';
import { markdownTable } from './markdown-table.ts';

export type TableFormat = 'csv' | 'md' | 'json';

/** Lines that are joined at once: one string for each of a million rows would be held otherwise. */
const batch = 4096;

export function tableText(table: TableExport, facts: Facts, format: TableFormat): string {
  switch (format) {
    case 'csv':
      return csv(table, facts);
    case 'json':
      return json(table, facts);
    case 'md':
      return markdown(table, facts);
  }
}

function csv({ columns, rows }: TableExport, facts: Facts): string {
  const pieces: string[] = [];
  let lines = [columns.map(({ key }) => key).join(',')];
  for (const row of rows(facts)) {
    lines.push(row.map(csvCell).join(','));
    if (lines.length === batch) {
      pieces.push(lines.join('\r\n'));
      lines = [];
    }
  }
  if (lines.length > 0) pieces.push(lines.join('\r\n'));
  return `${pieces.join('\r\n')}\r\n`;
}

/** A cell with quotes where it needs them. A text that a spreadsheet would take for a formula is kept a text. */
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function json({ columns, rows }: TableExport, facts: Facts): string {
  const lines: string[] = [];
  for (const row of rows(facts))
    lines.push(JSON.stringify(Object.fromEntries(columns.map(({ key }, i) => [key, row[i]]))));
  return `[${lines.length === 0 ? '' : `\n  ${lines.join(',\n  ')}\n`}]\n`;
}

function markdown({ title, columns, rows }: TableExport, facts: Facts): string {
  const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
  const heads = columns.map(({ head, numeric }) => (numeric ? ({ head, align: 'right' } as const) : { head }));
  const cells = [...rows(facts)].map((row) => row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)));
  const intro = conditions === undefined ? '' : `${conditions}\n\n`;
  return `# ${title}\n\n${intro}${cells.length === 0 ? 'Nothing to list.' : markdownTable(heads, cells)}\n`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
