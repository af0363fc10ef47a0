// Edits between statements: of spaces and comments, after which a text says the same as before.
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { changeBetween, extentOf, Kind, scan, type TextChange, wholeText } from '../parse/index.ts';

/** The stretch between two tokens of a file that holds spaces and comments only. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Where two states of a file differ, if that is between two statements, and both have only spaces and comments to the end of a line there:
 * then they have the same statements, and nothing but places is different.
 * @param before a file without syntax problems
 */
export function changeBetweenStatements(before: ast.FabricFile, after: ast.FabricFile): TextChange | undefined {
  const [textBefore, textAfter] = [wholeText(before), wholeText(after)];
  const change = changeBetween(textBefore, textAfter);
  const gap = gapAround(change.start, change.endBefore, before, textBefore);
  if (gap === undefined) return undefined;
  const was = textBefore.slice(gap.start, gap.end);
  const is = textAfter.slice(gap.start, gap.end + textAfter.length - textBefore.length);
  const isLast = gap.end === textBefore.length;
  const isFirst = gap.start === 0;
  // Where a line breaks counts in some places between two tokens.
  const keepsLines = isFirst || isLast || /[\r\n]/.test(was) === /[\r\n]/.test(is);
  return keepsLines && isGap(was, isFirst, isLast) && isGap(is, isFirst, isLast) ? change : undefined;
}

/** Whether a text ends what is before it, holds no token, and begins nothing that goes on behind it. */
function isGap(text: string, isFirst: boolean, isLast: boolean): boolean {
  if (text === '') return isFirst || isLast;
  if (!/^\s/.test(text) && !isFirst) return false;
  // A comment in marks may describe what follows it.
  if (text.includes('/*') || text.includes('*/')) return false;
  const { count, kinds, problems } = scan(text);
  const isEmpty = problems.length === 0 && (count === 0 || (count === 1 && kinds[0] === Kind.end));
  return isEmpty && (isLast || /\s$/.test(text)) && (isLast || !/\/\/[^\r\n]*$/.test(text));
}

/** The gap that a stretch of the text lies in; undefined where it touches a statement. */
function gapAround(start: number, end: number, file: ast.FabricFile, text: string): Gap | undefined {
  let from = 0;
  let to = text.length;
  let statements: readonly AstNode[] = file.statements;
  for (;;) {
    const at = statementBefore(statements, start);
    const [last, next] = [statements[at], statements[at + 1]];
    if (last === undefined || extentOf(last).end <= start) {
      const gap = {
        start: last === undefined ? from : extentOf(last).end,
        end: next === undefined ? to : extentOf(next).start,
      };
      return gap.start <= start && end <= gap.end ? gap : undefined;
    }
    const body = bodyOf(last, text);
    if (body === undefined || start < body.start || end > body.end) return undefined;
    from = body.start;
    to = body.end;
    statements = body.statements;
  }
}

/** What is between the braces of a statement; undefined where it has none. */
function bodyOf(node: AstNode & { readonly statements?: readonly AstNode[] }, text: string) {
  const { start, end } = extentOf(node);
  const { statements } = node;
  if (statements === undefined || text[end - 1] !== '}') return undefined;
  const [first] = statements;
  const head = text.slice(start, first === undefined ? end - 1 : extentOf(first).start);
  const { kinds, ends, count } = scan(head);
  const last = kinds[count - 1] === Kind.end ? count - 2 : count - 1;
  if (kinds[last] !== Kind.braceOpen) return undefined;
  return { start: start + (ends[last] ?? 0), end: end - 1, statements };
}

/** The index of the last statement that starts before an offset; -1 where none does. */
export function statementBefore(statements: readonly AstNode[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = statements[middle];
    if (node !== undefined && extentOf(node).start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
