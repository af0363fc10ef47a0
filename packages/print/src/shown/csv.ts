// A text as it is shown in a cell of CSV: quoted where needed, and never read as a formula by a spreadsheet.
import { visible } from './visible.ts';

/** Where a spreadsheet may start to read a cell; one that takes semicolons for separators, after each of them too. */
const starts = /(^|;)(?=\s*([^\s;]))/g;

/** Most cells: a letter or digit first, then printable ASCII without a comma, a semicolon or a quote. They are written as they are. */
const isPlain = /^(?:[0-9A-Za-z][ !#-+\--:<-~]*)?$/;

/** A cell. A text that a spreadsheet would read as a formula gets an apostrophe before it; a number is a number. */
export function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  if (isPlain.test(cell)) return cell;
  const text = visible(cell).replace(starts, (_, before: string, first: string) =>
    isFormulaSign(first) ? `${before}'` : before,
  );
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `=`, `+`, `-` or `@`, in any width. */
function isFormulaSign(sign: string): boolean {
  return '=+-@'.includes(sign.normalize('NFKC'));
}
