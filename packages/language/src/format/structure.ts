// The structure of the pieces: where statements start, and which braces pair.
import { byteAt, numberAt, signedAt } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { isStatement } from '../generated/ast.ts';
import { extentOf, Kind, unfold } from '../parse/index.ts';
import { isComment, isKept, type Pieces } from './piece.ts';

export interface Structure {
  readonly pieces: Pieces;
  /** The statement that starts with a piece. */
  readonly statements: readonly (AstNode | undefined)[];
  /** The partner of a brace, bracket or parenthesis; -1 without one. */
  readonly partner: Int32Array;
  /** Breaks before each piece: none, a line, a line and an empty one. */
  readonly breaks: Uint8Array;
  /** Spaces before each piece, where it doesn't start a line. */
  readonly gaps: Int32Array;
  /** Whether a piece is within a statement: neither at its start nor in its body. */
  readonly within: Uint8Array;
}

/** The structure of a file's pieces. Breaks and gaps are set later. */
export function structureOf(pieces: Pieces, file: ast.FabricFile): Structure {
  const statements = statementsAt(pieces, file);
  return {
    pieces,
    statements,
    partner: partnersOf(pieces),
    breaks: new Uint8Array(pieces.count),
    gaps: new Int32Array(pieces.count),
    within: withinOf(pieces, statements),
  };
}

/** Visits all statements, outer before inner. */
export function eachStatement(node: AstNode, visit: (statement: AstNode) => void): void {
  const features = unfold(node) as AstNode & Readonly<Record<string, unknown>>;
  for (const key of Object.keys(node)) {
    const value = features[key];
    if (key.startsWith('$') || typeof value !== 'object' || value === null) continue;
    // All elements of a list have one type.
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!isStatement(list[0])) continue;
    for (const each of list as readonly AstNode[]) {
      visit(each);
      eachStatement(each, visit);
    }
  }
}

function statementsAt(pieces: Pieces, file: ast.FabricFile): (AstNode | undefined)[] {
  const found = new Array<AstNode | undefined>(pieces.count).fill(undefined);
  eachStatement(file, (each) => {
    const i = pieceAt(pieces, extentOf(each).start);
    if (pieces.starts[i] === extentOf(each).start && !isComment(pieces, i)) found[i] ??= each;
  });
  return found;
}

/** Index of the first piece that ends after an offset. */
export function pieceAt({ ends, count }: Pieces, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (signedAt(ends, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const openerOf = new Map<number, number>([
  [Kind.braceClose, Kind.braceOpen],
  [Kind.parenClose, Kind.parenOpen],
  [Kind.bracketClose, Kind.bracketOpen],
]);
const openers = new Set(openerOf.values());

function partnersOf({ kinds, count }: Pieces): Int32Array {
  const partner = new Int32Array(count).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < count; i++) {
    const kind = byteAt(kinds, i);
    if (openers.has(kind)) open.push(i);
    const opener = openerOf.get(kind);
    if (opener === undefined) continue;
    // A brace closes what is open within it; another sign doesn't close a brace.
    let last = open.length - 1;
    while (last >= 0 && kind === Kind.braceClose && kinds[numberAt(open, last)] !== opener) last--;
    const other = open[last];
    if (other === undefined || kinds[other] !== opener) continue;
    open.length = last;
    partner[i] = other;
    partner[other] = i;
  }
  return partner;
}

function withinOf(pieces: Pieces, statements: readonly unknown[]): Uint8Array {
  const { kinds, count } = pieces;
  const within = new Uint8Array(count);
  for (let i = count - 1; i >= 0; i--) {
    const apart = statements[i] !== undefined || kinds[i] === Kind.braceClose || isKept(pieces, i);
    // A comment is within a statement when the statement continues after it.
    within[i] = apart ? 0 : isComment(pieces, i) ? (within[i + 1] ?? 0) : 1;
  }
  return within;
}
