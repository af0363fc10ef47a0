// Spaces between two pieces of one line, before columns are aligned.
import { signedAt } from '@lightloom/core';
import { Kind } from '../parse/index.ts';
import type { Word } from '../syntax/index.ts';
import { Apart, isComment, isWord, type Pieces } from './piece.ts';
import type { Structure } from './structure.ts';

/** Words before a value: a parenthesis after one starts a sum, not a list of arguments. */
const beforeValues: readonly Word[] = [
  ...([
    'and',
    'any',
    'at',
    'by',
    'div',
    'else',
    'for',
    'if',
    'in',
    'into',
    'low-loss',
    'mod',
    'of',
    'on',
    'or',
  ] as const),
  ...(['over', 'position', 'row', 'source', 'to', 'when', 'x'] as const),
];

const tightBefore: ReadonlySet<number | undefined> = new Set([
  Kind.comma,
  Kind.dot,
  Kind.dots,
  Kind.slash,
  Kind.bracketClose,
  Kind.parenClose,
]);
const tightAfter: ReadonlySet<number | undefined> = new Set([
  Kind.dot,
  Kind.dots,
  Kind.slash,
  Kind.bracketOpen,
  Kind.parenOpen,
]);
/** What an operand may end with, beside a name. */
const operandEnds: ReadonlySet<number | undefined> = new Set([Kind.parenClose, Kind.number, Kind.quantity]);
/** Signs after which a `*` selects all. */
const beforeWildcard: ReadonlySet<number | undefined> = new Set([Kind.dot, Kind.slash, Kind.bracketOpen, Kind.comma]);

/** Sets the spaces before each piece, without alignment. */
export function setGaps(structure: Structure): void {
  for (let i = 1; i < structure.pieces.count; i++) structure.gaps[i] = gapBefore(structure, i);
}

function gapBefore(structure: Structure, i: number): number {
  const { pieces, statements } = structure;
  const [before, kind] = [pieces.kinds[i - 1], pieces.kinds[i]];
  if (kind === Apart.lineComment) return 2;
  if (isComment(pieces, i - 1) || isComment(pieces, i)) return 1;
  if (before === Kind.braceOpen || kind === Kind.braceOpen || kind === Kind.braceClose) return 1;
  if (statements[i] !== undefined) return statements[i]?.$type === 'Else' ? 1 : before === Kind.braceClose ? 3 : 2;
  if (mergesWithNext(pieces, i - 1)) return 1;
  const dividing = isDivision(structure, i) ? i : isDivision(structure, i - 1) ? i - 1 : undefined;
  if (dividing !== undefined) return isTight(pieces, dividing) ? 0 : 1;
  if (tightBefore.has(kind) || tightAfter.has(before)) return 0;
  if (kind === Kind.bracketOpen) return before === Kind.name || before === Kind.bracketClose ? 0 : 1;
  if (kind === Kind.parenOpen) return isCall(structure, i) ? 0 : 1;
  if (isOperator(pieces, i)) return isTight(pieces, i) ? 0 : 1;
  if (isOperator(pieces, i - 1)) return isTight(pieces, i - 1) ? 0 : 1;
  return 1;
}

/** Whether a parenthesis follows the name it belongs to, as in `ScalableUnit(64)`. */
function isCall({ pieces, statements, partner }: Structure, i: number): boolean {
  if (pieces.kinds[i - 1] !== Kind.name || beforeValues.some((each) => isWord(pieces, i - 1, each))) return false;
  // The value of a property and the number for each rack may be in parentheses.
  return statements[i - 1]?.$type !== 'Property' && !isWord(pieces, signedAt(partner, i) + 1, 'each');
}

/** Whether a piece is an operator between two values, rather than the `*` of a selector. */
function isOperator({ kinds }: Pieces, i: number): boolean {
  return kinds[i] === Kind.plus || (kinds[i] === Kind.star && !beforeWildcard.has(kinds[i - 1]));
}

/** Statements whose names may have channels or be those of rules: a slash after one name doesn't divide. */
const withPaths: ReadonlySet<string> = new Set(['Link', 'Plug', 'Place', 'Allow', 'Override']);

/** Whether a piece is a slash that divides, rather than one that leads to channels: `leaf.up/5`. */
function isDivision({ pieces: { kinds }, statements, partner }: Structure, i: number): boolean {
  if (kinds[i] !== Kind.slash) return false;
  let at = i - 1;
  while (at >= 0 && (kinds[at] === Kind.bracketClose || kinds[at] === Kind.name)) {
    if (kinds[at] === Kind.bracketClose) at = Math.max(signedAt(partner, at), 0) - 1;
    else if (kinds[at - 1] === Kind.dot) return false;
    else break;
  }
  if (kinds[at] !== Kind.name) return operandEnds.has(kinds[at]);
  // An index is computed, whatever the statement.
  if (kinds[at - 1] === Kind.bracketOpen) return true;
  while (at > 0 && statements[at] === undefined) at--;
  return !withPaths.has(statements[at]?.$type ?? '');
}

/** Whether an operator is written without spaces, as in `n+1`. A minus never is: it would be part of the name. */
function isTight(pieces: Pieces, i: number): boolean {
  if (isComment(pieces, i - 1) || isComment(pieces, i + 1)) return false;
  return pieces.ends[i - 1] === pieces.starts[i] && pieces.starts[i + 1] === pieces.ends[i];
}

/** Whether a piece that is apart from the next would merge with it without a space. */
function mergesWithNext({ source, kinds, starts, ends }: Pieces, i: number): boolean {
  if (ends[i] === starts[i + 1]) return false;
  const [kind, next] = [kinds[i], kinds[i + 1]];
  if (kind === Kind.slash) return next === Kind.star || next === Kind.slash;
  if (next === Kind.dot)
    return kind === Kind.dot || kind === Kind.dots || /[0-9-]/.test(source[signedAt(starts, i)] ?? '');
  return next === Kind.dots && kind === Kind.dot;
}

/** Whether a piece would merge with the next on one line: `3` and `m`. */
export function mergesOnOneLine({ kinds }: Pieces, i: number): boolean {
  return kinds[i] === Kind.number && kinds[i + 1] === Kind.name;
}
