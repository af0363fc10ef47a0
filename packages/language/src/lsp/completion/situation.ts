// Where the cursor is, by what can be written there. Works on incomplete text: it reads the tokens between the start of
// the statement and the cursor, and the body around them.
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { extentOf, scan } from '../../parse/index.ts';
import type { Tokens } from '../../parse/tokens/token.ts';
import { nextPlace } from './next-place.ts';
import type { Place } from './place.ts';
import { TokensBefore } from './tokens-before.ts';

/** The place, and the stretch of text a completion replaces. */
export interface Situation {
  readonly place: Place;
  /** The innermost body around the cursor. */
  readonly body: AstNode;
  readonly start: number;
  readonly end: number;
  /** The statement that is being written, if there is one already. */
  readonly writing: AstNode | undefined;
  /** Whether the word at the cursor is a number, which an item with its unit replaces. */
  readonly isNumber: boolean;
  /** Whether a comparison is before the word. */
  readonly compared: boolean;
  /** Whether an index follows already. */
  readonly beforeBracket: boolean;
}

/** What can be written at an offset. */
export function situationAt(file: ast.FabricFile, text: string, offset: number): Situation {
  const body = bodyAt(file, text, offset);
  const imported = /(?:^|\n)[ \t]*import[ \t]+"([^"\n]*)$/.exec(
    text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset),
  );
  const start = imported === null ? wordStart(text, offset) : offset - (imported[1] as string).length;
  const end = imported === null ? wordEnd(text, offset) : offset;
  const from = statementStart(body, text, start);
  const number = text.slice(start, end);
  const isNumber = /^\d+(\.\d+)?$/.test(number);
  const situation = {
    body,
    start,
    end,
    writing: writingAt(body, offset),
    isNumber,
    compared: /[<>=]\s*$/.test(text.slice(Math.max(from, start - 8), start)),
    beforeBracket: text.charAt(end) === '[',
  };
  if (imported !== null) return { ...situation, place: { kind: 'import', path: imported[1] as string } };
  const before = scan(text.slice(from, start));
  if (inText(before, start - from) || inComment(text, from, start)) return { ...situation, place: { kind: 'nothing' } };
  const place = nextPlace(new TokensBefore(before), body);
  // A unit is for the number right before the cursor.
  const lacksUnit = isNumber && (place.kind === 'value' || place.kind === 'limit');
  return { ...situation, place: lacksUnit ? { ...place, number } : place };
}

/** The statement of a body that an offset is in, or right after. */
function writingAt(body: AstNode, offset: number): AstNode | undefined {
  const statements = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
  return statements.findLast((each) => extentOf(each).start <= offset && offset <= extentOf(each).end + 1);
}

/** The innermost body that holds an offset. */
function bodyAt(file: ast.FabricFile, text: string, offset: number): AstNode {
  let body: AstNode = file;
  for (;;) {
    const statements: readonly ast.Statement[] = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
    const inner = statements.find((each) => {
      const { start, end } = extentOf(each);
      // First what needs no look at the statement itself: to ask a link for its body reads it in full.
      if (start >= offset || (offset >= end && text[end - 1] === '}')) return false;
      if (!('statements' in each) || !each.hasBody) return false;
      const open = text.indexOf('{', headEnd(each));
      return open >= 0 && offset > open;
    });
    if (inner === undefined) return body;
    body = inner;
  }
}

/** The earliest offset where the header of a declaration can end. */
function headEnd(node: ast.Statement): number {
  const { start } = extentOf(node);
  const parts = [
    node.$type === 'Link' ? node.medium : undefined,
    'type' in node ? (node.type as AstNode | undefined) : undefined,
  ];
  return Math.max(start, ...parts.map((each) => (each === undefined ? start : extentOf(each).end)));
}

/** Start of the statement that is being written: the end of the last complete one before it. */
function statementStart(body: AstNode, text: string, offset: number): number {
  const statements = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
  const own = extentOf(body);
  let from = body.$type === 'FabricFile' ? 0 : text.indexOf('{', headEnd(body as ast.Statement)) + 1;
  if (from <= own.start && body.$type !== 'FabricFile') from = own.start;
  for (const each of statements) {
    const { start, end } = extentOf(each);
    if (start >= offset) break;
    // A statement that reaches the cursor, or ends on its line, is the one being written; and a link may go on below, with its fiber.
    const goesOn = each.$type === 'Link' && each.medium === undefined && /^\s*$/.test(text.slice(end, offset));
    from = end >= offset || goesOn || !/\n/.test(text.slice(end, offset)) ? start : end;
  }
  return Math.min(from, offset);
}

function inText(tokens: Tokens, length: number): boolean {
  return tokens.problems.some((each) => each.rule === 'syntax/unclosed-text' && each.end >= length);
}

function inComment(text: string, from: number, to: number): boolean {
  const line = text.lastIndexOf('\n', to - 1) + 1;
  const comment = text
    .slice(Math.max(from, line), to)
    .replace(/"[^"\n]*"/g, '')
    .indexOf('//');
  if (comment >= 0) return true;
  const open = text.lastIndexOf('/*', to);
  const close = open < 0 ? -1 : text.indexOf('*/', open + 2);
  return open >= 0 && (close < 0 || close >= to);
}

const wordCharacter = /[A-Za-z0-9_-]/;

/** Start of the word. Some names start with a decimal number, such as `1.6TBASE-DR8`. */
function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && wordCharacter.test(text.charAt(at - 1))) at--;
  const decimal = /(?<![\w.])\d+\.$/.exec(text.slice(Math.max(0, at - 8), at));
  return decimal !== null && /\d/.test(text.charAt(at)) ? at - decimal[0].length : at;
}

function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && wordCharacter.test(text.charAt(at))) at++;
  return at;
}
