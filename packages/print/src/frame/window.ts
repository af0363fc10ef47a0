// Which part of a long line is shown: the marked part with some context.
import { type Cells, layOut } from '../text/cells.ts';
import type { SourceText } from '../text/source-text.ts';

/** Characters of a line beyond which only the context of the marks is laid out at all. */
const maxLaidOut = 4000;

/** A range of a line that must be visible, in columns of UTF-16 code units. */
export interface Interest {
  readonly from: number;
  readonly to: number;
}

/** A line as it is shown. */
export interface ShownLine {
  readonly text: string;
  /** The cell in which the character at a column of the source is shown; clamped to what is shown. */
  cell(column: number): number;
}

/**
 * Cuts a line to a number of cells.
 * @param interests what must be visible; without any, the start of the line is shown
 */
export function showLine(source: SourceText, line: number, interests: readonly Interest[], cells: number): ShownLine {
  const whole = source.line(line);
  const from = Math.min(...interests.map((each) => each.from), whole.length);
  const base = whole.length <= maxLaidOut ? 0 : startOfCharacter(whole, Math.max(0, from - maxLaidOut / 4));
  const text = whole.slice(base, base + maxLaidOut);
  const laid = layOut(text);
  const { start, end } = window(laid, interests, base, cells);
  const cutBefore = start > 0 || base > 0;
  const cutAfter = end < laid.width || base + text.length < whole.length;
  const shown = laid.slice(start + (cutBefore ? 1 : 0), end - (cutAfter ? 1 : 0));
  return {
    text: `${cutBefore ? '…' : ''}${shown}${cutAfter ? '…' : ''}`,
    cell: (column) => Math.min(Math.max(laid.column(column - base) - start, 0), end - start),
  };
}

/** The first cell of a line that is shown, and the one after the last. */
function window(laid: Cells, interests: readonly Interest[], base: number, cells: number) {
  if (laid.width <= cells) return { start: 0, end: laid.width };
  const from = Math.min(...interests.map((each) => laid.column(each.from - base)), laid.width);
  const to = Math.max(...interests.map((each) => laid.column(each.to - base)), 0);
  if (interests.length === 0 || to < cells) return { start: 0, end: cells };
  const before = Math.floor(cells / 4);
  const start = Math.min(Math.max(0, from - before), laid.width - cells);
  return { start, end: start + cells };
}

/** An offset that is not between the two halves of a surrogate pair. */
function startOfCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
