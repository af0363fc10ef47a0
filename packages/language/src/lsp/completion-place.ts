// What could be written behind the tokens of a statement that is only half there.
import type { AstNode } from 'langium';
import { Kind, type Tokens } from '../parse/token.ts';
import { partKinds } from '../parse/words.ts';

/** What could be written at the cursor. */
export type Place =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'statement'; readonly body: AstNode }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'value'; readonly body: AstNode; readonly property: string; readonly number: string | undefined }
  | { readonly kind: 'end of value'; readonly body: AstNode }
  | { readonly kind: 'part'; readonly part: string; readonly or?: string; readonly path?: readonly string[] }
  | { readonly kind: 'template'; readonly path?: readonly string[] }
  | { readonly kind: 'arguments'; readonly template: string }
  /** @property numbers whether it comes to a number, so that names of types are of no use */
  | { readonly kind: 'expression'; readonly numbers?: boolean }
  | { readonly kind: 'network kind' }
  | { readonly kind: 'things'; readonly wanted: Wanted; readonly fact?: string; readonly path?: readonly string[] }
  /** Patterns between two sides, or among the devices of one. */
  | { readonly kind: 'pattern'; readonly sides: 1 | 2 }
  | { readonly kind: 'fact' }
  | { readonly kind: 'limit'; readonly fact: string; readonly number: string | undefined }
  | { readonly kind: 'rule'; readonly family: string | undefined }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly orStatement?: AstNode };

/** What a selector is for: what has ports, what stands in racks, racks, what a fact is of, what may fail, all. */
export type Wanted = 'ports' | 'devices' | 'racks' | 'subject' | 'failing' | 'excused' | 'drawn';

/** The tokens before the cursor. */
export class Before {
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

  /** Whether an index is being written: `leaf[i - `. */
  get inIndex(): boolean {
    let at = this.count - 1;
    while (at >= 0 && this.kind(at) !== Kind.bracketOpen && this.kind(at) !== Kind.bracketClose) at--;
    return this.kind(at) === Kind.bracketOpen && takesOperand.has(this.kind(-1));
  }

  /** Whether a word is among the tokens. */
  has(word: string): boolean {
    for (let i = 0; i < this.count; i++) if (this.text(i) === word) return true;
    return false;
  }

  /** Index of the last of some words; -1 when there is none. */
  lastOf(list: readonly string[]): number {
    let at = this.count - 1;
    while (at >= 0 && !list.includes(this.text(at))) at--;
    return at;
  }

  /** Index of the last comparison; -1 when there is none. */
  get lastComparison(): number {
    let at = this.count - 1;
    while (at >= 0 && this.kind(at) !== Kind.comparator) at--;
    return at;
  }

  /** The first of these tokens. */
  until(count: number): Before {
    return new Before({ ...this.tokens, count: count + 1 });
  }

  /** Names before a dot at the end, `su`, `leaf` of `su[*].leaf[*].`, and the index of the first of them. */
  path(): { readonly names: readonly string[]; readonly first: number } | undefined {
    const names: string[] = [];
    let at = this.count - 1;
    if (this.kind(at) !== Kind.dot) return undefined;
    while (this.kind(at) === Kind.dot) {
      at--;
      while (this.kind(at) === Kind.bracketClose) {
        while (at >= 0 && this.kind(at) !== Kind.bracketOpen) at--;
        at--;
      }
      if (at < 0 || this.kind(at) !== Kind.name) return undefined;
      names.unshift(this.text(at));
      at--;
    }
    return { names, first: at + 1 };
  }

  /** The template whose arguments are being written: `T` of `su[1..2] : T(64, `. */
  template(): string | undefined {
    let depth = 0;
    for (let at = this.count - 1; at > 1; at--) {
      if (this.kind(at) === Kind.parenClose) depth++;
      if (this.kind(at) === Kind.parenOpen && depth-- === 0)
        return this.kind(at - 1) === Kind.name && this.kind(at - 2) === Kind.colon ? this.text(at - 1) : undefined;
    }
    return undefined;
  }
}

/** Behind what a number is due. */
const takesOperand: ReadonlySet<number> = new Set([
  Kind.bracketOpen,
  Kind.parenOpen,
  Kind.dots,
  Kind.comma,
  Kind.plus,
  Kind.minus,
  Kind.star,
]);

/** What could be written behind some tokens of a statement in a body. */
export function placeOf(before: Before, body: AstNode): Place {
  const first = before.text(0);
  const last = before.text(-1);
  if (before.count === 0) return { kind: 'statement', body };
  const path = before.path();
  if (path !== undefined) {
    const outer = placeOf(before.until(path.first), body);
    const takesPath = outer.kind === 'part' || outer.kind === 'template' || outer.kind === 'things';
    return takesPath ? { ...outer, path: path.names } : { kind: 'things', wanted: 'drawn', path: path.names };
  }
  if (before.inIndex) return { kind: 'expression', numbers: true };
  const template = before.template();
  if (template !== undefined && (last === '(' || last === ',')) return { kind: 'arguments', template };
  if (last === '=') return { kind: 'expression' };
  const byWord = afterKeyword(before, body, first, last);
  if (byWord !== undefined) return byWord;
  if (before.kind(0) !== Kind.name) return { kind: 'nothing' };
  if (before.newLine) return { kind: 'statement', body };
  if (before.kind(-1) === Kind.colon) return { kind: 'template' };
  return valuePlace(before, body, first);
}

/** Behind a word that starts a statement, what the last token calls for. */
function afterKeyword(before: Before, body: AstNode, first: string, last: string): Place | undefined {
  const things = (wanted: Wanted): Place => ({ kind: 'things', wanted });
  const words = (...list: string[]): Place => ({
    kind: 'words',
    words: list,
    ...(before.newLine ? { orStatement: body } : {}),
  });
  const lists = last === ',';
  if (partKinds.has(first) && before.text(1) === 'type') {
    if (last === 'is') return { kind: 'part', part: first };
    return before.count === 2 ? { kind: 'nothing' } : before.newLine ? undefined : words('is');
  }
  switch (first) {
    case 'switch':
    case 'host':
    case 'rack':
    case 'cdu':
      if (last === ':') return { kind: 'part', part: first };
      return before.count === 1 ? words('type') : undefined;
    case 'module':
    case 'optics':
    case 'cage':
    case 'fiber':
    case 'connector':
      return before.count === 1 ? words('type') : undefined;
    case 'ports':
      return last === ':' ? { kind: 'part', part: 'cage' } : undefined;
    case 'network':
      return last === ':' ? { kind: 'network kind' } : undefined;
    case 'plug':
      if (before.count === 1) return { kind: 'part', part: 'module' };
      if (last === 'into' || lists) return things('ports');
      return before.count === 2 ? words('into') : undefined;
    case 'link':
      if (before.count === 1 || last === 'to' || lists) return things('ports');
      if (last === 'as') return { kind: 'pattern', sides: before.has('to') ? 2 : 1 };
      if (last === 'over') return { kind: 'part', part: 'fiber', or: 'cable' };
      if (before.has('over')) return undefined;
      if (before.has('as')) return words('over');
      return before.has('to') ? words('as', 'over') : words('to', 'as');
    case 'place':
      if (before.count === 1 || (lists && !before.has('in'))) return things('devices');
      if (last === 'in' || lists) return things('racks');
      if (before.kind(-1) === Kind.number) return words('each');
      return before.has('in') ? undefined : words('in');
    case 'for':
      return loop(before, words);
    case 'if':
    case 'else':
      return condition(before, words);
    case 'require':
      return requirement(before, words);
    case 'allow':
      if (before.count === 1) return { kind: 'rule', family: undefined };
      if (last === '/') return { kind: 'rule', family: before.text(-2) };
      if (last === 'on' || lists) return things('excused');
      if (before.has('on')) return undefined;
      return before.has('because') ? words('on') : words('because');
    default:
      return undefined;
  }
}

/** Behind `for`: the index, its range, the next one. */
function loop(before: Before, words: (...list: string[]) => Place): Place | undefined {
  const kind = before.kind(-1);
  if (before.text(-1) === 'for' || kind === Kind.comma) return { kind: 'nothing' };
  if (before.text(-1) === 'in' || takesOperand.has(kind)) return { kind: 'expression', numbers: true };
  const named = before.count === 2 || before.kind(-2) === Kind.comma;
  return named ? words('in') : words('div', 'mod');
}

/** Behind `if`: what is compared with what. */
function condition(before: Before, words: (...list: string[]) => Place): Place | undefined {
  const last = before.text(-1);
  if (last === 'else') return words('if');
  const starts = ['if', 'and', 'or', 'div', 'mod'].includes(last);
  if (starts || before.kind(-1) === Kind.comparator || takesOperand.has(before.kind(-1))) return { kind: 'expression' };
  const compared = before.lastOf(['if', 'and', 'or']) < before.lastComparison;
  return compared ? words('and', 'or') : words('==', '!=', '<', '<=', '>', '>=');
}

/** Behind `require`: the fact, what it is of, the comparison, the limit, what may fail. */
function requirement(before: Before, words: (...list: string[]) => Place): Place | undefined {
  const fact = before.text(1);
  const last = before.text(-1);
  const kind = before.kind(-1);
  if (before.count === 1) return { kind: 'fact' };
  if (last === '(') return { kind: 'things', wanted: 'subject', fact };
  if (last === ')') return words('<=', '>=', '<', '>', '==');
  if (!before.has(')')) return { kind: 'nothing' };
  if (kind === Kind.comparator) return { kind: 'limit', fact, number: undefined };
  if (last === 'when' || last === 'and') return words('any');
  if (before.has('when')) {
    if (last === 'of') return { kind: 'things', wanted: 'failing' };
    if (before.text(-2) === 'any') return words('of');
    return last === 'fail' ? words('and any') : last === 'any' ? { kind: 'nothing' } : words('fail');
  }
  if (kind === Kind.number) return { kind: 'limit', fact, number: last };
  if (last === 'of') return words('full');
  return last === 'full' ? words('when any') : words('of full', 'when any');
}

/** Behind the name of a property: its value, or what follows when the value is whole. */
function valuePlace(before: Before, body: AstNode, property: string): Place {
  const last = before.text(-1);
  const kind = before.kind(-1);
  const number = kind === Kind.number ? last : undefined;
  const goesOn = before.count === 1 || last === 'by' || last === 'x' || last === 'at' || last === 'on';
  const whole = ([Kind.quantity, Kind.name, Kind.text, Kind.bracketClose] as number[]).includes(kind);
  return whole && !goesOn ? { kind: 'end of value', body } : { kind: 'value', body, property, number };
}
