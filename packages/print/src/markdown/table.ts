// Markdown tables whose columns also line up as plain text.
import { cell, type Markdown } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';

/** A column: its head, and whether it holds numbers, which are aligned right. */
export interface Column {
  readonly head: string;
  readonly align?: 'right';
}

/** Cells beyond which a column is not padded: one long text would push all others out of sight. */
const widest = 80;

/** A table; empty when it has no rows. A cell is a text, shown as such, or Markdown. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly (string | Markdown)[])[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(cell));
  const widths = columns.map(({ head }, i) =>
    Math.min(widest, Math.max(3, widthOf(head), ...cells.map((row) => widthOf(row[i] ?? '')))),
  );
  const line = (texts: readonly string[]): string =>
    `| ${columns.map(({ align }, i) => pad(texts[i] ?? '', widths[i] ?? 0, align)).join(' | ')} |`;
  const rule = columns.map(({ align }, i) => {
    const dashes = '-'.repeat((widths[i] ?? 0) - 1);
    return align === 'right' ? `${dashes}:` : `${dashes}-`;
  });
  return [line(columns.map(({ head }) => head)), `| ${rule.join(' | ')} |`, ...cells.map(line)].join('\n');
}

function pad(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Columns of words. */
export function textColumns(...heads: string[]): Column[] {
  return heads.map((head) => ({ head }));
}

/** Columns of numbers. */
export function numberColumns(...heads: string[]): Column[] {
  return heads.map((head) => ({ head, align: 'right' }));
}
