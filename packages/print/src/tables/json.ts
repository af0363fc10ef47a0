// A table as JSON, an object for each row.
import { defineFormat } from '../format/format.ts';
import { visibleJson } from '../shown/index.ts';
import { tableDocument } from './document.ts';

export const format = defineFormat({
  document: tableDocument,
  name: 'json',
  title: 'JSON, an object for each row',
  print({ table: { columns, rows }, facts }) {
    const lines: string[] = [];
    for (const row of rows(facts))
      lines.push(visibleJson(JSON.stringify(Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])))));
    return `[${lines.length === 0 ? '' : `\n  ${lines.join(',\n  ')}\n`}]\n`;
  },
});
