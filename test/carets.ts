// Marks in a `.fabric` text: a comment of carets below a line says what a finding must point at.

/** A stretch of text that carets mark. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The stretches that caret comments mark, each on the line above its comment. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let above = { offset: 0, line: 0 };
  let offset = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const match = /^\s*\/\/[ ]*(\^+)\s*$/.exec(content);
    if (match === null) above = { offset, line: line + 1 };
    else {
      const column = content.indexOf('^');
      marks.push({
        line: above.line,
        start: above.offset + column,
        end: above.offset + column + (match[1] as string).length,
      });
    }
    offset += content.length + 1;
  }
  return marks;
}
