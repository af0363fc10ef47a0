// The marks of a frame, placed in lines and columns.
import type { SourceText } from '../text/source-text.ts';

/** A range of a text to point at, by offsets. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string | undefined;
  /** Whether it is the place of the finding, not a related one. */
  readonly primary: boolean;
}

/** A mark by lines and columns, from zero. The end is behind the last character. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly firstLine: number;
  readonly firstColumn: number;
  readonly lastLine: number;
  readonly lastColumn: number;
}

/** Lines of a long mark that are shown, from its start. */
const head = 3;
/** Lines of a long mark that are shown, before its end. */
const tail = 2;

/** Finds the lines of a mark. One that ends at the start of a line ends on the line before. */
export function placeMark(source: SourceText, mark: Mark): PlacedMark {
  const first = source.position(mark.start);
  const last = source.position(Math.max(mark.start, mark.end));
  const within = (line: number, column: number): number => Math.min(column, source.line(line).length);
  const ends =
    last.column === 0 && last.line > first.line
      ? { line: last.line - 1, column: source.line(last.line - 1).length }
      : { line: last.line, column: within(last.line, last.column) };
  return {
    mark,
    firstLine: first.line,
    firstColumn: within(first.line, first.column),
    lastLine: ends.line,
    lastColumn: ends.column,
  };
}

export function spansLines(placed: PlacedMark): boolean {
  return placed.lastLine > placed.firstLine;
}

/** The lines to show, in order: those with a mark, and a single line between two of them instead of a gap. */
export function linesToShow(marks: readonly PlacedMark[]): number[] {
  const lines = new Set<number>();
  for (const { firstLine, lastLine } of marks) {
    const isLong = lastLine - firstLine + 1 > head + tail + 1;
    for (let line = firstLine; line <= (isLong ? firstLine + head - 1 : lastLine); line++) lines.add(line);
    if (isLong) for (let line = lastLine - tail + 1; line <= lastLine; line++) lines.add(line);
  }
  for (const line of [...lines]) if (!lines.has(line + 1) && lines.has(line + 2)) lines.add(line + 1);
  return [...lines].sort((a, b) => a - b);
}
