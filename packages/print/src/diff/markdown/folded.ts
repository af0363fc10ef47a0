// Tables that are folded where they are long.
import { printCount } from '@lightloom/core';
import { markdownTable } from '../../markdown/table.ts';
import type { Markdown } from '../../shown/index.ts';

/** Rows that are shown before the others are folded. */
const maxOpen = 12;
/** Rows in all: a comment on a pull request holds 64 KiB. */
const maxRows = 200;

type Columns = Parameters<typeof markdownTable>[0];

/** A table; of a long one, the rows beyond the first in a part that opens with a click. */
export function foldedTable(columns: Columns, rows: readonly (readonly (string | Markdown)[])[]): string {
  if (rows.length <= maxOpen + 3) return markdownTable(columns, rows);
  const more = rows.slice(maxOpen, maxRows);
  const left = rows.length - maxOpen - more.length;
  const rest = left > 0 ? [`… and ${printCount(left, 'more', 'more')}; \`--format json\` lists them all.`] : [];
  return [
    markdownTable(columns, rows.slice(0, maxOpen)),
    folded(`${printCount(more.length, 'more row')}`, [markdownTable(columns, more), ...rest].join('\n\n')),
  ].join('\n\n');
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
