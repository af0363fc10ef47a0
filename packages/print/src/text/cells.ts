// A line of source as cells of a terminal: what is drawn, and the column of each character.
import { isPlainAscii, visible } from '../shown/index.ts';

/** Cells between tab stops. */
const tabWidth = 4;

/** Scripts whose characters take two cells (Unicode UAX #11: wide and fullwidth, without emoji). */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const emoji = /\p{Emoji_Presentation}|\uFE0F/u;
const noWidth = /^(?:\p{M}|\u200D|[\uFE00-\uFE0F])+$/u;
/** Cells of a character, which is a grapheme of any number of code points. */
function cellsOf(grapheme: string): number {
  if (isPlainAscii(grapheme)) return 1;
  if (emoji.test(grapheme)) return 2;
  if (noWidth.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0) ?? 0;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Cells of a text. */
export function widthOf(text: string): number {
  return isPlainAscii(text) ? text.length : layOut(text).width;
}

/** A text laid out in cells. */
export interface Cells {
  /** Cells of the whole text. */
  readonly width: number;
  /** The column of the character at an offset; past the end of the text, the column after the last. */
  column(offset: number): number;
  /** The text from one column to another; a character that is cut in two becomes a blank. */
  slice(from: number, to: number): string;
}

interface Glyph {
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** Lays out a line, tabs expanded. */
export function layOut(line: string): Cells {
  const glyphs: Glyph[] = [];
  const columns = new Uint32Array(line.length + 1);
  let column = 0;
  let offset = 0;
  for (const grapheme of graphemes(line)) {
    const isTab = grapheme === '\t';
    const text = isTab ? ' '.repeat(tabWidth - (column % tabWidth)) : visible(grapheme);
    const width = isTab ? text.length : cellsOf(text);
    columns.fill(column, offset, offset + grapheme.length);
    glyphs.push({ text, column, width });
    column += width;
    offset += grapheme.length;
  }
  columns[line.length] = column;
  return {
    width: column,
    column: (at) => columns[Math.min(Math.max(at, 0), line.length)] ?? column,
    slice(from, to) {
      let text = '';
      for (const glyph of glyphs) {
        const end = glyph.column + glyph.width;
        if (glyph.column >= from && end <= to) text += glyph.text;
        else if (glyph.column < to && end > from) text += ' '.repeat(Math.min(end, to) - Math.max(glyph.column, from));
      }
      return text;
    },
  };
}

function* graphemes(text: string): Iterable<string> {
  if (isPlainAscii(text)) {
    yield* text;
    return;
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) yield segment;
}
