// A text as it is shown in a cell of CSV: quoted where needed, and never read as a formula by a spreadsheet.
import { visible } from './visible.ts';

/** Where a spreadsheet may start to read a cell; one that takes semicolons for separators, after each of them too. */
const starts = /(^|;)(?=\s*([^\s;]))/g;

/** A cell. A text that a spreadsheet would read as a formula gets an apostrophe before it; a number is a number. */
export function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = visible(cell).replace(starts, (_, before: string, first: string) =>
    isFormulaSign(first) ? `${before}'` : before,
  );
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `=`, `+`, `-` or `@`, in any width. */
function isFormulaSign(sign: string): boolean {
  return '=+-@'.includes(sign.normalize('NFKC'));
}
