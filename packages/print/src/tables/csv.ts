// A table as CSV (RFC 4180), for a spreadsheet.
import { type Cell, columnsOf } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { csvCell } from '../shown/index.ts';
import { tableDocument, whyIncomplete } from './document.ts';

/** Lines that are joined at once: a million rows would otherwise be a million strings held together. */
const batch = 4096;

export const format = defineFormat({
  document: tableDocument,
  name: 'csv',
  title: 'CSV (RFC 4180), for a spreadsheet',
  print(document) {
    const { table, facts, by } = document;
    const columns = columnsOf(table, by);
    const pieces: string[] = [];
    let lines = [columns.map(({ key }) => key).join(',')];
    const incomplete = whyIncomplete(document);
    // A row of its own, with as many cells as any other, so that no reader of the file can miss it or stumble over it.
    if (incomplete !== undefined)
      lines.push(columns.map((_, i) => csvCell(['incomplete', incomplete][i] ?? '')).join(','));
    let before: readonly Cell[] = [];
    let cells: string[] = [];
    for (const row of table.rows(facts, by)) {
      // Most cells are those of the row before: such as the path of a cable.
      cells = row.map((cell, i) => (cell === before[i] ? (cells[i] ?? '') : csvCell(cell)));
      before = row;
      lines.push(cells.join(','));
      if (lines.length === batch) {
        pieces.push(lines.join('\r\n'));
        lines = [];
      }
    }
    if (lines.length > 0) pieces.push(lines.join('\r\n'));
    return `${pieces.join('\r\n')}\r\n`;
  },
});
