// Marks in a `.fabric` text: a comment of carets below a line says where a finding must point, and may say which:
// `//   ^^^^ warning: the message contains this`.

import { type Changes, changed, withoutCarets } from '@lightloom/core';

/** What is expected of a finding, besides its place. */
export interface Expected {
  readonly severity?: 'error' | 'warning' | 'note';
  /** A part of the message. */
  readonly message?: string;
}

/** A stretch of text that carets mark. */
export interface Mark extends Expected {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const caretLine = /^\s*\/\/ *(\^+)(?: +(\S.*?))?\s*$/;

/** The stretches that caret comments mark, each on the line above its comment. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let above = { offset: 0, line: 0 };
  let offset = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const match = caretLine.exec(content);
    if (match === null) above = { offset, line: line + 1 };
    else {
      const start = above.offset + content.indexOf('^');
      marks.push({
        line: above.line,
        start,
        end: start + (match[1] as string).length,
        ...expectedIn(match[2] ?? ''),
      });
    }
    offset += content.length + 1;
  }
  return marks;
}

/** The marks of a text in that text without its carets and with some changes, which have to leave the ends of marks alone. */
export function marksAfter(text: string, changes: Changes): Mark[] {
  return marksIn(text).map((mark) => {
    let all = withoutCarets(text);
    let start = withoutCarets(text.slice(0, mark.start)).length;
    let end = start + mark.end - mark.start;
    for (const [from, to] of Object.entries(changes)) {
      const at = all.indexOf(from);
      const longer = to.length - from.length;
      if (at < end) end += longer;
      if (at < start) start += longer;
      all = changed(all, { [from]: to });
    }
    return { ...mark, start, end };
  });
}

/** What words behind carets expect: `error`, `error: part of the message` or `part of the message`. */
export function expectedIn(words: string): Expected {
  const [, severity, message = ''] = /^(?:(error|warning|note)(?:: *|$))?(.*)$/.exec(words) ?? [];
  return {
    ...(severity === undefined ? {} : { severity: severity as 'error' | 'warning' | 'note' }),
    ...(message === '' ? {} : { message }),
  };
}
