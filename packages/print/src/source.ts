// The text of a file by lines, under the name it is shown with.

/** A place in a text, counted from zero; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file whose lines can be shown. */
export interface Source {
  /** As it is shown: `examples/pod.fabric`, `std/xpo.fabric`. */
  readonly path: string;
  readonly lineCount: number;
  /** The place of an offset; one beyond the end is the end. */
  position(offset: number): Position;
  /** The text of a line without its end. */
  line(line: number): string;
  /** The offset at which a line starts. */
  lineStart(line: number): number;
  /** The text from one offset to another. */
  slice(start: number, end: number): string;
}

/** The text of files by their address. */
export type Sources = (uri: string) => Source;

const byteOrderMark = '\uFEFF';

/** Cuts a text into lines, whatever ends them. */
export function sourceOf(path: string, text: string): Source {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    path,
    lineCount: starts.length,
    lineStart: startOf,
    position(offset) {
      const within = Math.min(Math.max(offset, startOf(0)), text.length);
      const line = lineAt(within);
      return { line, column: within - startOf(line) };
    },
    slice: (start, end) => text.slice(start, end),
    line: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, ''),
  };
}

/** Where each line starts. A byte-order mark belongs to no line. */
function lineStarts(text: string): number[] {
  const starts = [text.startsWith(byteOrderMark) ? 1 : 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
