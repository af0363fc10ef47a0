// What can be written next in an incomplete statement. Each statement that a keyword starts has a function of its own.
import type { AstNode } from 'langium';
import { Kind } from '../../parse/index.ts';
import { factOf } from '../../references/fact-names.ts';
import {
  instanceKinds,
  type KeywordStatement,
  kindOfBody,
  partKinds,
  propertyOf,
  statementOfKeyword,
  statementsOf,
  type Word,
} from '../../syntax/index.ts';
import type { Place, Wanted } from './place.ts';
import { type TokensBefore, takesOperand } from './tokens-before.ts';

/** What can be written after some tokens of a statement in a body. */
export function nextPlace(before: TokensBefore, body: AstNode): Place {
  const last = before.text(-1);
  if (before.count === 0) return { kind: 'statement', body };
  const path = before.path();
  if (path !== undefined) {
    const outer = nextPlace(before.until(path.first), body);
    const takesPath = outer.kind === 'part' || outer.kind === 'template' || outer.kind === 'things';
    return takesPath ? { ...outer, path: path.names } : { kind: 'things', wanted: 'drawn', path: path.names };
  }
  if (before.inIndex) {
    const indexed = before.text(1) === 'type' ? undefined : before.indexed();
    const ofPorts = ['link', 'plug'].includes(before.text(0));
    return indexed === undefined || isDeclaring(before)
      ? { kind: 'expression', numbers: true }
      : { kind: 'index', path: indexed, ofPorts };
  }
  const template = before.template();
  if (template !== undefined && (last === '(' || last === ',')) return { kind: 'arguments', template };
  if (last === '=') {
    if (before.text(0) === 'let') return { kind: 'figure' };
    const of = before.text(0) === 'template' ? before.text(1) : template;
    return { kind: 'expression', ...(of === undefined ? {} : { template: of }) };
  }
  const ofStatement = afterKeyword(before, body);
  if (ofStatement !== undefined) return ofStatement;
  if (before.kind(0) !== Kind.name) return { kind: 'nothing' };
  if (before.newLine) return { kind: 'statement', body };
  if (before.kind(-1) === Kind.colon) return { kind: 'template' };
  return valuePlace(before, body);
}

/** Whether the array of a declaration is being written, which has no indices yet: `switch leaf[`. */
function isDeclaring(before: TokensBefore): boolean {
  return (
    partKinds.has(before.text(0)) ||
    instanceKinds.has(before.text(0)) ||
    before.text(0) === 'ports' ||
    before.count === 2
  );
}

/** Properties that are written as a phrase: `fed by`. */
export const phrases: ReadonlySet<string> = new Set(['cooled', 'fed', 'color']);

/** After the name of a property: its value, or what follows a complete value. */
function valuePlace(before: TokensBefore, body: AstNode): Place {
  const last = before.text(-1);
  const kind = before.kind(-1);
  const number = kind === Kind.number ? last : undefined;
  if (before.count === 1 && phrases.has(last)) return { kind: 'words', words: ['by'] };
  const continues = before.count === 1 || last === 'by' || last === 'x' || last === 'at' || last === 'on';
  const complete = ([Kind.quantity, Kind.name, Kind.text, Kind.bracketClose] as number[]).includes(kind);
  const property = before.text(0);
  if (complete && !continues) return { kind: 'end of value', body, property };
  return { kind: 'value', body, property, number, ...(kind === Kind.comma ? { continues: true } : {}) };
}

/** A comparison, or words that are offered together. */
type Offered = Word | 'of full' | 'when any' | 'and any' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/** An incomplete statement. */
interface Incomplete {
  readonly before: TokensBefore;
  readonly body: AstNode;
  /** Its first and its last word before the cursor. */
  readonly first: string;
  readonly last: string;
  /** Whether a list continues. */
  readonly afterComma: boolean;
  /** Offers words; at the start of a line, the next statement too. */
  readonly words: (...list: Offered[]) => Place;
}

const nothing: Place = { kind: 'nothing' };
const numbers: Place = { kind: 'expression', numbers: true };
const things = (wanted: Wanted): Place => ({ kind: 'things', wanted });

/** By statement: what the tokens before the cursor ask for; undefined where the statement may be complete. */
const next: Readonly<Record<KeywordStatement, (statement: Incomplete) => Place | undefined>> = {
  Import: () => undefined,
  TypeDeclaration: ({ before, body, first, last, words }) => {
    if (before.text(1) !== 'type') return before.count === 1 ? typeWord(body, first) : undefined;
    if (last === 'is') return { kind: 'part', part: first };
    return before.count === 2 || before.newLine ? undefined : words('is');
  },
  Template: () => undefined,
  Let: ({ before, words }) => figure(before) ?? (before.newLine || before.count < 4 ? undefined : words('div', 'mod')),
  Network: ({ last }) => (last === ':' ? { kind: 'network kind' } : undefined),
  Instance: ({ before, body, first, last, words }) => {
    if (last === ':' && partKinds.has(first)) return { kind: 'part', part: first };
    if (before.count === 1) return partKinds.has(first) ? typeWord(body, first) : nothing;
    if (last === 'at') return words('row');
    const type = before.lastOf([':']);
    if (first !== 'rack' || before.newLine || before.inIndex || type < 0) return undefined;
    // Behind its type a rack gets its place: `at row 2 position 1`. Its name may be one of these words.
    if (before.lastOf(['at']) < type) return words('at');
    return before.lastOf(['position']) > type || last === 'row' ? undefined : words('position');
  },
  Ports: ({ last }) => (last === ':' ? { kind: 'part', part: 'cage' } : undefined),
  Plug: ({ before, last, afterComma, words }) => {
    if (before.count === 1) return { kind: 'part', part: 'module', fits: { kind: 'cages' } };
    if (last === 'into' || afterComma) return things('ports');
    return before.count === 2 ? words('into') : undefined;
  },
  Link: ({ before, last, afterComma, words }) => {
    if (before.openFact() !== undefined) return takesOperand.has(before.kind(-1)) ? numbers : nothing;
    if (last === '/') return numbers;
    if (before.count === 1 || last === 'to' || afterComma)
      return before.has('to') ? { kind: 'things', wanted: 'ports', far: before.paths() } : things('ports');
    if (last === 'as') return { kind: 'pattern', sides: before.has('to') ? 2 : 1 };
    if (last === 'over')
      return { kind: 'part', part: 'fiber', or: 'cable', fits: { kind: 'optics', ends: before.paths() } };
    if (before.has('over')) return undefined;
    if (before.has('as')) return words('over');
    return before.has('to') ? words('as', 'over') : words('to', 'as');
  },
  Place: ({ before, last, afterComma, words }) => {
    if (before.count === 1 || (afterComma && !before.has('in'))) return things('devices');
    if (last === 'in' || afterComma) return things('racks');
    if (before.kind(-1) === Kind.number) return words('each');
    return before.has('in') ? undefined : words('in');
  },
  For: forRange,
  If: condition,
  Else: condition,
  Require: requirement,
  Allow: ({ before, last, afterComma, words }) => {
    if (before.count === 1) return { kind: 'rule', family: undefined };
    if (last === '/') return { kind: 'rule', family: before.text(-2) };
    if (last === 'on' || afterComma) return things('allowed');
    if (before.has('on')) return undefined;
    return before.has('because') ? words('on') : words('because');
  },
  View: () => undefined,
  Phase: ({ before, last, afterComma, words }) => {
    if (last === 'adds' || afterComma) return things('growing');
    return before.count === 1 || before.has('adds') ? undefined : words('adds');
  },
};

/** What can be written next in a statement that a keyword starts; undefined where another statement may start. */
function afterKeyword(before: TokensBefore, body: AstNode): Place | undefined {
  const first = before.text(0);
  // Within a body, `asic` is a property before it is a kind of part.
  if (propertyOf(kindOfBody(body), first) !== undefined) return undefined;
  const isType = partKinds.has(first) && before.text(1) === 'type';
  const type = isType ? 'TypeDeclaration' : statementOfKeyword.get(first);
  if (type === undefined) return undefined;
  const last = before.text(-1);
  const words = (...list: Offered[]): Place => ({
    kind: 'words',
    words: list,
    ...(before.newLine ? { orStatement: body } : {}),
  });
  const place = next[type]({ before, body, first, last, afterComma: last === ',', words });
  return place ?? (before.newLine ? undefined : nothing);
}

/** `type` after a kind of part, where a type may be declared. */
function typeWord(body: AstNode, part: string): Place {
  return statementsOf(body).includes('TypeDeclaration') ? { kind: 'type', part } : nothing;
}

/** After `for`: the index, its range, the next one. */
function forRange({ before, last, words }: Incomplete): Place {
  const kind = before.kind(-1);
  if (last === 'for' || kind === Kind.comma) return nothing;
  if (last === 'in' || takesOperand.has(kind)) return { kind: 'expression', numbers: true };
  const named = before.count === 2 || before.kind(-2) === Kind.comma;
  return named ? words('in') : words('div', 'mod');
}

/** After `if`: the values and their comparison. */
function condition({ before, last, words }: Incomplete): Place {
  if (last === 'else') return words('if');
  const starts = ['if', 'and', 'or', 'div', 'mod'].includes(last);
  if (starts || before.kind(-1) === Kind.comparator || takesOperand.has(before.kind(-1))) return { kind: 'expression' };
  const compared = before.lastOf(['if', 'and', 'or']) < before.lastComparison;
  return compared ? words('and', 'or') : words('==', '!=', '<', '<=', '>', '>=');
}

/** In an expression over facts: a subject of a fact, or an operand; undefined where an operand may be complete. */
function figure(before: TokensBefore): Place | undefined {
  const last = before.text(-1);
  const fact = before.openFact();
  if (fact !== undefined) return last === '(' || last === ',' ? { kind: 'things', wanted: 'subject', fact } : nothing;
  const continues = takesOperand.has(before.kind(-1)) || last === 'div' || last === 'mod';
  return continues ? { kind: 'figure' } : undefined;
}

/** After `require`: what is compared, the comparison, the limit, what may fail. */
function requirement({ before, last, words }: Incomplete): Place {
  const kind = before.kind(-1);
  if (before.count === 1) return { kind: 'figure' };
  if (last === 'when' || last === 'and') return words('any');
  if (before.has('when')) {
    if (last === 'of' || last === ',') return things('failing');
    if (before.text(-2) === 'any') return words('of');
    return last === 'fail' ? words('and any') : last === 'any' ? nothing : words('fail');
  }
  const operand = figure(before);
  if (operand !== undefined) return operand;
  const compared = before.lastComparison;
  if (compared < 0) return before.has(')') || before.count > 2 ? words(...comparisonsOf(before)) : nothing;
  const fact = onlyFactBefore(before, compared);
  if (kind === Kind.comparator) return { kind: 'limit', fact, number: undefined };
  if (kind === Kind.number && compared === before.count - 2) return { kind: 'limit', fact, number: last };
  if (last === 'of') return words('full');
  return last === 'full' ? words('when any') : words('of full', 'when any');
}

/** Comparisons, that with the worst value of the fact first: a margin is at least so much. */
function comparisonsOf(before: TokensBefore): readonly Offered[] {
  const fact = factOf(onlyFactBefore(before, before.count) ?? '');
  const isFloor = fact?.lowestIsWorst === true;
  return isFloor ? ['>=', '<=', '>', '<', '=='] : ['<=', '>=', '<', '>', '=='];
}

/** The fact before a comparison, where it is all that is compared: `margin` of `require margin(net) >= `. */
function onlyFactBefore(before: TokensBefore, comparison: number): string | undefined {
  for (let at = 2; at < comparison; at++)
    if (before.kind(at) === Kind.parenClose && at < comparison - 1) return undefined;
  return before.kind(2) === Kind.parenOpen ? before.text(1) : undefined;
}
