// What is missing before a token, as a fix that adds it behind the one before; and what is there instead.
import { Kind, type SyntaxProblem } from './token.ts';

type Fixed = Pick<SyntaxProblem, 'fix'>;

/** Signs that may be missing, with the space before them. */
const signs: Readonly<Record<number, string>> = {
  [Kind.colon]: ' :',
  [Kind.equals]: ' =',
  [Kind.parenOpen]: '(',
  [Kind.parenClose]: ')',
  [Kind.bracketClose]: ']',
};

/** Adds a sign; nothing of a kind that has many forms. */
export function missingSign(kind: Kind, offset: number): Fixed {
  const sign = signs[kind];
  return sign === undefined ? {} : missing(sign, offset);
}

/** Adds a word, and the reason that must follow `because`. */
export function missingWord(word: string, offset: number): Fixed {
  return missing(word === 'because' ? ' because "reason"' : ` ${word}`, offset);
}

/** Adds a text at an offset. */
export function missing(text: string, offset: number): Fixed {
  const title = `Add \`${text.trim().split(' ')[0]}\``;
  return { fix: { title, edits: [{ start: offset, end: offset, text }] } };
}

/** Closes a text in quotes: before a body, or at the end of its line. @param start of the text */
export function missingQuote(text: string, start: number): Fixed {
  const body = text.search(/\s*[{}]/);
  return missing('"', start + (body > 1 ? body : text.trimEnd().length));
}

/** A token as a message quotes it. */
export function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
