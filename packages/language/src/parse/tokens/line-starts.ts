// Where the lines of a text start: lines and characters as the protocol counts them.
import { unsignedAt } from '@lightloom/core';
import type { Position } from 'vscode-languageserver-types';

export class LineStarts {
  private readonly starts: Uint32Array;
  private readonly length: number;

  /** A line ends with LF, CRLF or CR. */
  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.starts = Uint32Array.from(starts);
    this.length = text.length;
  }

  /** The line and the character of an offset, both from zero. */
  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (unsignedAt(this.starts, middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - unsignedAt(this.starts, low) };
  }

  /** The offset of a place; that of the end of the text for one on a line that it doesn't have. */
  offset({ line, character }: Position): number {
    return line < this.starts.length ? unsignedAt(this.starts, line) + character : this.length;
  }
}
