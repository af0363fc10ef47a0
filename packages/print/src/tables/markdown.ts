// A table as Markdown, for a review.
import { defineFormat } from '../format/format.ts';
import { markdownTable } from '../markdown/table.ts';
import { markdownText } from '../shown/index.ts';
import { conditionsLine } from '../wording/conditions.ts';
import { readable, tableDocument, whyIncomplete } from './document.ts';

export const format = defineFormat({
  document: tableDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print(document) {
    const { table, facts } = document;
    const summary = table.summary?.(facts).text ?? [];
    const { columns, rows } = readable(document);
    const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
    const heads = columns.map(({ head, numeric }) => (numeric ? ({ head, align: 'right' } as const) : { head }));
    const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)));
    const incomplete = whyIncomplete(document);
    const notes = [
      conditions === undefined ? undefined : markdownText(conditions),
      incomplete === undefined ? undefined : `> **Incomplete:** ${markdownText(incomplete)}`,
    ];
    const intro = notes.map((each) => (each === undefined ? '' : `${each}\n\n`)).join('');
    return `# ${table.title}\n\n${intro}${cells.length === 0 ? 'Nothing to list.' : markdownTable(heads, cells)}${summary.map((each) => `\n\n${markdownText(each)}`).join('')}\n`;
  },
});

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
