// A table as JSON, an object for each row: `schemas/table.schema.json` describes the document.
import { type Cell, columnsOf, type TableColumn, unknownText } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonQuantities } from '../json/quantity.ts';
import { visibleJson } from '../shown/index.ts';
import { basisName } from '../wording/conditions.ts';
import { tableDocument, whyIncomplete } from './document.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 2;

export const format = defineFormat({
  document: tableDocument,
  name: 'json',
  title: 'JSON, for other programs: an object for each row',
  schema: 'table.schema.json',
  print(document) {
    const { path, counts, table, facts, by } = document;
    const columns = columnsOf(table, by);
    const { settings } = facts.fabric;
    const incomplete = whyIncomplete(document);
    const figures = table.summary?.(facts).figures ?? {};
    const head = {
      version,
      table: table.name,
      ...(by === undefined ? {} : { by }),
      file: path,
      basis: basisName(facts.basis),
      ...(settings.length === 0 ? {} : { settings: settings.map(({ name, text }) => ({ name, value: text })) }),
      findings: { errors: counts.error, warnings: counts.warning, notes: counts.note },
      complete: incomplete === undefined,
      ...(incomplete === undefined ? {} : { incomplete }),
      ...(Object.keys(figures).length === 0 ? {} : { summary: jsonQuantities(figures) }),
    };
    // One by one: a million rows are never one object.
    const lines: string[] = [];
    for (const row of table.rows(facts, by)) lines.push(visibleJson(JSON.stringify(jsonRow(columns, row))));
    const start = visibleJson(JSON.stringify(head, undefined, 2)).slice(0, -2);
    return `${start},\n  "rows": [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]\n}\n`;
  },
});

/** A row by the keys of its columns. A number is a number, null where it is unknown, absent where the row has none. */
function jsonRow(columns: readonly TableColumn[], row: readonly Cell[]): Record<string, Cell | null> {
  const cells = columns.flatMap(({ key, numeric }, i): [string, Cell | null][] => {
    const cell = row[i] ?? '';
    if (numeric !== true) return [[key, cell]];
    return cell === '' ? [] : [[key, cell === unknownText ? null : cell]];
  });
  return Object.fromEntries(cells);
}
