// An excerpt of a source with line numbers, and carets and labels below the marked places.

import { visible } from '../shown/index.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Theme } from '../text/theme.ts';
import { linesToShow, type Mark, type PlacedMark, placeMark, spansLines } from './marks.ts';
import { type Interest, type ShownLine, showLine } from './window.ts';

/** How a frame is drawn. */
export interface FrameStyle {
  readonly theme: Theme;
  /** Color of the primary marks. */
  readonly primary: (text: string) => string;
  /** Cells for line numbers. */
  readonly gutter: number;
  /** Cells of a whole line of output. */
  readonly width: number;
}

/** Minimum cells of source in a line, however narrow the terminal. */
const minCells = 30;

/** Draws the lines that have marks, and the marks. */
export function frameLines(source: SourceText, marks: readonly Mark[], style: FrameStyle): string[] {
  const placed = marks.map((mark) => placeMark(source, mark));
  const long = placed.filter(spansLines);
  const draw = drawing(style, long);
  const cells = Math.max(minCells, style.width - style.gutter - 3 - 2 * long.length);
  const rows: string[] = [];
  let before: number | undefined;
  for (const line of linesToShow(placed)) {
    if (before !== undefined && line > before + 1) rows.push(draw.gap(before));
    before = line;
    const shown = showLine(source, line, interestsIn(placed, line), cells);
    const starts = startsLine(source, line);
    const isOpen: Open = (each) => each.lastLine >= line && (each.firstLine < line || starts(each));
    rows.push(draw.source(line, shown, starts));
    for (const each of placed)
      if (!spansLines(each) && each.firstLine === line) rows.push(draw.underline(each, shown, isOpen));
    for (const each of long) if (each.firstLine === line && !starts(each)) rows.push(draw.opening(each, shown, isOpen));
    for (const each of long) if (each.lastLine === line) rows.push(draw.closing(each, shown, line));
  }
  return rows;
}

/** Cells for the numbers of the lines that have marks. */
export function gutterFor(source: SourceText, marks: readonly Mark[]): number {
  return Math.max(...marks.map((mark) => String(placeMark(source, mark).lastLine + 1).length));
}

function interestsIn(placed: readonly PlacedMark[], line: number): Interest[] {
  return placed.flatMap((each) => {
    if (spansLines(each)) return each.lastLine === line ? [{ from: each.lastColumn - 1, to: each.lastColumn }] : [];
    return each.firstLine === line ? [{ from: each.firstColumn, to: each.lastColumn }] : [];
  });
}

/** Whether the lane of a mark is drawn in a row. */
type Open = (each: PlacedMark) => boolean;

/** Whether a mark starts its first line, blanks aside, so that its lane starts there without a row of its own. */
function startsLine(source: SourceText, line: number): Open {
  return (each) => each.firstLine === line && source.line(line).slice(0, each.firstColumn).trim() === '';
}

/** The rows of a frame, with a lane at the left for each mark that spans lines. */
function drawing(style: FrameStyle, long: readonly PlacedMark[]) {
  const { theme, gutter } = style;
  const colorOf = ({ mark }: PlacedMark) => (mark.primary ? style.primary : theme.related);
  const row = (number: string, bar: string, lanes: string, rest: string): string =>
    `${theme.frame(`${number.padStart(gutter)} ${bar}`)} ${lanes}${rest}`.trimEnd();
  /** Lanes of the marks that continue past the row. */
  const lanes = (isOpen: Open): string => long.map((each) => (isOpen(each) ? `${colorOf(each)('│')} ` : '  ')).join('');
  const labelOf = (each: PlacedMark): string =>
    each.mark.label === undefined || each.mark.label === '' ? '' : ` ${colorOf(each)(visible(each.mark.label))}`;

  /** The row where a mark that spans lines starts or ends: from its lane to a caret below the text. */
  const corner = (each: PlacedMark, sign: string, cell: number, isOpen: Open): string => {
    const lane = long.indexOf(each);
    const before = long.slice(0, lane).map((other) => (isOpen(other) ? `${colorOf(other)('│')} ` : '  '));
    const across = '─'.repeat(2 * (long.length - lane) - 1 + cell);
    return before.join('') + colorOf(each)(`${sign}${across}${each.mark.primary ? '^' : '─'}`);
  };

  return {
    gap: (line: number): string =>
      row(
        '',
        '┆',
        lanes((each) => each.firstLine <= line && each.lastLine > line),
        '',
      ),
    source(line: number, shown: ShownLine, isStart: Open): string {
      const inLanes = long.map((each) => {
        if (isStart(each)) return `${colorOf(each)('╭')} `;
        return each.firstLine < line && each.lastLine >= line ? `${colorOf(each)('│')} ` : '  ';
      });
      return row(String(line + 1), '│', inLanes.join(''), shown.text);
    },
    underline(each: PlacedMark, shown: ShownLine, isOpen: Open): string {
      const from = shown.cell(each.firstColumn);
      const length = Math.max(1, shown.cell(each.lastColumn) - from);
      const carets = colorOf(each)((each.mark.primary ? '^' : '─').repeat(length));
      return row('', '│', lanes(isOpen), `${' '.repeat(from)}${carets}${labelOf(each)}`);
    },
    opening: (each: PlacedMark, shown: ShownLine, isOpen: Open): string =>
      row('', '│', corner(each, '╭', shown.cell(each.firstColumn), isOpen), ''),
    closing(each: PlacedMark, shown: ShownLine, line: number): string {
      const isOpen: Open = (other) => other.firstLine <= line && other.lastLine > line;
      const cell = Math.max(0, shown.cell(each.lastColumn) - 1);
      return row('', '│', corner(each, '╰', cell, isOpen) + labelOf(each), '');
    },
  };
}
