// Where the cursor is, in terms of what could be written there. Works on half-typed text: it looks at the tokens between
// the start of the statement and the cursor, and at the body around them.
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, scan } from '../parse/index.ts';
import { Kind, type Tokens } from '../parse/token.ts';
import { partKinds } from '../parse/words.ts';

/** What could be written at the cursor. */
export type Place =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'statement'; readonly body: AstNode }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'value'; readonly body: AstNode; readonly property: string; readonly number: string | undefined }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'template' }
  | { readonly kind: 'network kind' }
  | { readonly kind: 'things'; readonly path: readonly string[] }
  | { readonly kind: 'pattern' }
  | { readonly kind: 'fact' }
  | { readonly kind: 'rule'; readonly family: string | undefined }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** The place, and the stretch of text a completion replaces. */
export interface Situation {
  readonly place: Place;
  /** The innermost body around the cursor. */
  readonly body: AstNode;
  readonly start: number;
  readonly end: number;
}

/** Finds out what could be written at an offset. */
export function situationAt(file: ast.FabricFile, text: string, offset: number): Situation {
  const body = bodyAt(file, text, offset);
  const start = wordStart(text, offset);
  const end = wordEnd(text, offset);
  const at = (place: Place): Situation => ({ place, body, start, end });
  const imported = /(?:^|\n)[ \t]*import[ \t]+"([^"\n]*)$/.exec(text.slice(0, offset));
  if (imported !== null)
    return {
      place: { kind: 'import', path: imported[1] as string },
      body,
      start: offset - (imported[1] as string).length,
      end: offset,
    };
  const from = statementStart(body, text, start);
  const before = scan(text.slice(from, start));
  if (inText(before, start - from) || inComment(text, from, start)) return at({ kind: 'nothing' });
  return at(placeOf(new Before(before), body));
}

/** The tokens before the cursor. */
class Before {
  private readonly tokens: Tokens;
  /** Tokens, the end left out. */
  readonly count: number;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
    this.count = tokens.count - 1;
  }

  text(index: number): string {
    const at = index < 0 ? this.count + index : index;
    return at < 0 || at >= this.count ? '' : this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at]);
  }

  kind(index: number): number {
    const at = index < 0 ? this.count + index : index;
    return at < 0 || at >= this.count ? Kind.end : (this.tokens.kinds[at] as number);
  }

  /** Whether the line ends between the last token and the cursor. */
  get newLine(): boolean {
    return /\n/.test(this.tokens.text.slice(this.count === 0 ? 0 : this.tokens.ends[this.count - 1]));
  }

  /** Names before a dot at the end: `su`, `leaf` of `su[*].leaf[*].`. */
  path(): string[] | undefined {
    const names: string[] = [];
    let at = this.count - 1;
    if (this.kind(at) !== Kind.dot) return undefined;
    while (this.kind(at) === Kind.dot) {
      at--;
      while (this.kind(at) === Kind.bracketClose) {
        while (at >= 0 && this.kind(at) !== Kind.bracketOpen) at--;
        at--;
      }
      if (this.kind(at) !== Kind.name) return undefined;
      names.unshift(this.text(at));
      at--;
    }
    return names;
  }
}

function placeOf(before: Before, body: AstNode): Place {
  const first = before.text(0);
  const last = before.text(-1);
  if (before.count === 0) return { kind: 'statement', body };
  const path = before.path();
  if (path !== undefined) return { kind: 'things', path };
  if (before.kind(-1) === Kind.bracketOpen || before.kind(-1) === Kind.dots) return { kind: 'nothing' };
  const byWord = afterKeyword(before, first, last);
  if (byWord !== undefined) return byWord;
  if (before.kind(0) !== Kind.name) return { kind: 'nothing' };
  if (before.newLine) return { kind: 'statement', body };
  if (before.kind(-1) === Kind.colon) return { kind: 'template' };
  return valuePlace(before, body, first);
}

/** Behind a word that starts a statement, what the last token calls for. */
function afterKeyword(before: Before, first: string, last: string): Place | undefined {
  const things: Place = { kind: 'things', path: [] };
  const lists = last === ',';
  if (partKinds.has(first) && before.text(1) === 'type') {
    if (last === 'is') return { kind: 'part', part: first };
    return before.count === 2 ? { kind: 'nothing' } : before.newLine ? undefined : { kind: 'words', words: ['is'] };
  }
  switch (first) {
    case 'switch':
    case 'host':
    case 'rack':
    case 'cdu':
      if (last === ':') return { kind: 'part', part: first };
      return before.count === 1 ? { kind: 'words', words: ['type'] } : undefined;
    case 'module':
    case 'optics':
    case 'cage':
    case 'fiber':
    case 'connector':
      return before.count === 1 ? { kind: 'words', words: ['type'] } : undefined;
    case 'ports':
      return last === ':' ? { kind: 'part', part: 'cage' } : undefined;
    case 'network':
      return last === ':' ? { kind: 'network kind' } : undefined;
    case 'plug':
      if (before.count === 1) return { kind: 'part', part: 'module' };
      if (last === 'into' || lists) return things;
      return before.count === 2 ? { kind: 'words', words: ['into'] } : undefined;
    case 'link':
      if (before.count === 1 || last === 'to' || lists) return things;
      if (last === 'as') return { kind: 'pattern' };
      if (last === 'over') return { kind: 'part', part: 'fiber' };
      return before.newLine ? undefined : { kind: 'words', words: ['to', 'as', 'over'] };
    case 'place':
      if (before.count === 1 || last === 'in' || lists) return things;
      return before.newLine ? undefined : { kind: 'words', words: ['in', 'each'] };
    case 'require':
      if (before.count === 1) return { kind: 'fact' };
      if (last === '(' || last === 'of') return things;
      if (last === 'when') return { kind: 'words', words: ['any'] };
      return before.newLine ? undefined : { kind: 'words', words: ['of full', 'when any', 'of', 'fail', 'and'] };
    case 'allow':
      if (before.count === 1) return { kind: 'rule', family: undefined };
      if (last === '/') return { kind: 'rule', family: before.text(-2) };
      if (last === 'on' || lists) return things;
      return before.newLine ? undefined : { kind: 'words', words: ['because', 'on'] };
    default:
      return undefined;
  }
}

function valuePlace(before: Before, body: AstNode, property: string): Place {
  const number = before.kind(-1) === Kind.number ? before.text(-1) : undefined;
  return { kind: 'value', body, property, number };
}

/** The innermost body that holds an offset. */
function bodyAt(file: ast.FabricFile, text: string, offset: number): AstNode {
  let body: AstNode = file;
  for (;;) {
    const statements: readonly ast.Statement[] = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
    const inner = statements.find((each) => {
      if (!('statements' in each) || !each.hasBody) return false;
      const { start, end } = extentOf(each);
      const open = text.indexOf('{', headEnd(each));
      return start < offset && open >= 0 && offset > open && (offset < end || text[end - 1] !== '}');
    });
    if (inner === undefined) return body;
    body = inner;
  }
}

/** Where the header of a declaration ends at the earliest. */
function headEnd(node: ast.Statement): number {
  const { start } = extentOf(node);
  const parts = [
    node.$type === 'Link' ? node.medium : undefined,
    'type' in node ? (node.type as AstNode | undefined) : undefined,
  ];
  return Math.max(start, ...parts.map((each) => (each === undefined ? start : extentOf(each).end)));
}

/** Where the statement that is being written starts: behind the last one that was finished before. */
function statementStart(body: AstNode, text: string, offset: number): number {
  const statements = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
  const own = extentOf(body);
  let from = body.$type === 'FabricFile' ? 0 : text.indexOf('{', headEnd(body as ast.Statement)) + 1;
  if (from <= own.start && body.$type !== 'FabricFile') from = own.start;
  for (const each of statements) {
    const { start, end } = extentOf(each);
    if (start >= offset) break;
    // A statement that reaches the cursor, or ends on its line, is the one being written.
    from = end >= offset || !/\n/.test(text.slice(end, offset)) ? start : end;
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
  return open >= 0 && text.indexOf('*/', open + 2) < 0;
}

const wordCharacter = /[A-Za-z0-9_-]/;

function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && wordCharacter.test(text.charAt(at - 1))) at--;
  return at;
}

function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && wordCharacter.test(text.charAt(at))) at++;
  return at;
}
