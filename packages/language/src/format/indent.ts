// Where a line starts while it is typed. Reads only the text before it: the text after it is seldom complete.
import { signedAt } from '@lightloom/core';
import { Kind, scan, type Tokens } from '../parse/index.ts';
import type { Edit } from './edits.ts';
import { indentWidth } from './line.ts';

/**
 * The replacement that indents a line; none where it is right already or can't be known.
 * @param offset an offset on the line
 */
export function indentLine(text: string, offset: number): Edit | undefined {
  const start = startOfLine(text, offset);
  const end = endOfIndent(text, start);
  const tokens = scan(text.slice(0, start));
  // Within a comment, or after one that isn't closed, the writer's indent stays.
  if (tokens.problems.some((each) => each.rule === 'syntax/unclosed-comment')) return undefined;
  const indent = indentAfter(tokens, text[end] === '}');
  if (indent === undefined) return undefined;
  const spaces = ' '.repeat(indent);
  return text.slice(start, end) === spaces ? undefined : { start, end, text: spaces };
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function endOfIndent(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Indent of a line that follows some tokens; undefined within parentheses, where the writer's indent stays. */
function indentAfter(tokens: Tokens, closes: boolean): number | undefined {
  const { text, kinds, starts, count } = tokens;
  const indentAt = (i: number): number => {
    const start = startOfLine(text, signedAt(starts, i));
    return endOfIndent(text, start) - start;
  };
  const open: number[] = [];
  let parentheses = 0;
  for (let i = 0; i < count; i++) {
    if (kinds[i] === Kind.braceOpen) open.push(i);
    if (kinds[i] === Kind.braceClose) open.pop();
    if (kinds[i] === Kind.parenOpen) parentheses++;
    if (kinds[i] === Kind.parenClose) parentheses = Math.max(0, parentheses - 1);
    if (kinds[i] === Kind.braceOpen || kinds[i] === Kind.braceClose) parentheses = 0;
  }
  if (parentheses > 0) return undefined;
  const brace = open.at(-1);
  if (closes) return brace === undefined ? 0 : indentAt(brace);
  // The last token is the end of the text.
  const last = count - 2;
  if (kinds[last] === Kind.comma) return goesOn(tokens, last) ? indentAt(last) : indentAt(last) + indentWidth;
  return brace === undefined ? 0 : indentAt(brace) + indentWidth;
}

/** Whether the line of a token continues a list itself. */
function goesOn({ text, kinds, starts }: Tokens, i: number): boolean {
  const start = startOfLine(text, signedAt(starts, i));
  let before = i;
  while (before >= 0 && signedAt(starts, before) >= start) before--;
  return kinds[before] === Kind.comma;
}
