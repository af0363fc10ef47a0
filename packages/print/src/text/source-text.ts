// The text of a file by lines, under the name it is shown with.
import type { Origin } from '@lightloom/core';

/** A place in a text, counted from zero; columns count UTF-16 code units, as editors do. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file whose lines can be shown. */
export interface SourceText {
  /** As it is shown: `examples/pod.fabric`, `std/xpo.fabric`. */
  readonly path: string;
  /** The place of an offset; one beyond the end is the end. */
  position(offset: number): Position;
  /** The text of a line without its end. */
  line(line: number): string;
  /** The text from one offset to another. */
  slice(start: number, end: number): string;
}

/** The text of files by their address. */
export type Sources = (uri: string) => SourceText;

const byteOrderMark = '\uFEFF';

/** Cuts a text into lines, whatever ends them. */
export function sourceTextOf(path: string, text: string): SourceText {
  const starts = startsOfLines(text);
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
    position(offset) {
      const within = Math.min(Math.max(offset, startOf(0)), text.length);
      const line = lineAt(within);
      return { line, column: within - startOf(line) };
    },
    slice: (start, end) => text.slice(start, end),
    line: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, ''),
  };
}

/** `examples/pod.fabric:42` */
export function lineAddress(origin: Origin, sources: Sources): string {
  const source = sources(origin.uri);
  return `${source.path}:${source.position(origin.start).line + 1}`;
}

/** Where each line starts. A byte-order mark belongs to no line. */
function startsOfLines(text: string): number[] {
  const starts = [text.startsWith(byteOrderMark) ? 1 : 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
