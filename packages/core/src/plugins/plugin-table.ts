// A table of a plug-in as one of ours: its rows are checked before any is written.
import { readerOf } from '../reader/index.ts';
import type { Cell, TableExport } from '../tables/index.ts';
import type { PluginTable } from './plugin.ts';
import { isList, itemsOf, type Limited, thrownText } from './shape.ts';

/** A table of a plug-in failed. Its message is a sentence. */
export class PluginTableError extends Error {}

/** A table like ours. Its `rows` throw a {@link PluginTableError} where those of the plug-in throw, or give what isn't a row. */
export function tableOf(own: PluginTable, limited: Limited): TableExport {
  const { name, title, doc, columns } = own;
  return {
    name,
    title,
    doc,
    columns,
    rows(facts) {
      try {
        const items = limited(() => itemsOf(own.rows(readerOf(facts))));
        if (typeof items === 'string') throw new Error(`it returned ${items}`);
        return items.map((row, i) => {
          const why = whyNotRow(row, columns);
          if (why !== undefined) throw new Error(`row ${i + 1} ${why}`);
          return (row as readonly Cell[]).map(cellOf);
        });
      } catch (error) {
        throw new PluginTableError(`The table \`${name}\` of a plug-in failed: ${thrownText(error)}.`);
      }
    },
  };
}

/** A number that is unknown is written as such. */
function cellOf(cell: Cell): Cell {
  return Number.isNaN(cell) ? 'unknown' : cell;
}

function whyNotRow(row: unknown, columns: PluginTable['columns']): string | undefined {
  if (!isList(row)) return "isn't a list";
  if (row.length !== columns.length) return `has ${row.length} cells; the table has ${columns.length} columns`;
  const wrong = row.findIndex((cell) => typeof cell !== 'string' && typeof cell !== 'number');
  return wrong < 0 ? undefined : `has neither a text nor a number in \`${columns[wrong]?.key}\``;
}
