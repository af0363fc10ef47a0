// Tables that are folded where they are long.
import { printCount } from '@lightloom/core';
import { markdownTable } from '../../markdown/table.ts';
import type { Markdown } from '../../shown/index.ts';

/** Rows that are shown before the others are folded. */
const maxOpen = 12;
type Columns = Parameters<typeof markdownTable>[0];

/** A table; of a long one, the rows beyond the first in a part that opens with a click. @param mostRows more aren't printed */
export function foldedTable(
  columns: Columns,
  rows: readonly (readonly (string | Markdown)[])[],
  mostRows: number,
): string {
  if (rows.length <= Math.min(mostRows, maxOpen + 3)) return markdownTable(columns, rows);
  const open = rows.slice(0, Math.min(maxOpen, mostRows));
  const more = rows.slice(open.length, mostRows);
  const left = rows.length - open.length - more.length;
  if (more.length === 0) return limitedTable(columns, rows, mostRows);
  const rest = left > 0 ? [`… and ${printCount(left, 'more', 'more')}; \`--format json\` lists them all.`] : [];
  return [
    markdownTable(columns, open),
    folded(`${printCount(more.length, 'more row')}`, [markdownTable(columns, more), ...rest].join('\n\n')),
  ].join('\n\n');
}

/** A table of the first rows. @param mostRows more aren't printed, and how many is said */
export function limitedTable(
  columns: Columns,
  rows: readonly (readonly (string | Markdown)[])[],
  mostRows: number,
): string {
  const left = rows.length - mostRows;
  const rest = left > 0 ? [`… and ${printCount(left, 'more', 'more')}; \`--format json\` lists them all.`] : [];
  return [markdownTable(columns, rows.slice(0, mostRows)), ...rest].join('\n\n');
}

/** Something that opens with a click. @param summary a text of ours */
export function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** A heading and its text; nothing when there is no text. */
export function section(title: string, ...blocks: readonly string[]): string[] {
  const shown = blocks.filter((each) => each !== '');
  return shown.length === 0 ? [] : [`### ${title}`, ...shown];
}
