// Lines of the result: the pieces of each, and what its indent depends on.
import { signedAt } from '@lightloom/core';
import { Kind } from '../parse/index.ts';
import { isComment, isKept, isWord } from './piece.ts';
import type { Structure } from './structure.ts';

/** Cells of one level of indentation. */
export const indentWidth = 4;

/** The statements between two braces, or of the whole file. */
export interface Level {
  /** The line of the opening brace; undefined for the file. */
  readonly opener: Line | undefined;
  /** The line on which the last statement starts. */
  head: Line | undefined;
  /** Index of the piece it starts with. */
  start: number;
}

/**
 * - `statement`: starts a statement;
 * - `comment`: holds comments only, between statements;
 * - `close`: starts with the end of a body;
 * - `more`: continues a statement;
 * - `kept`: stays as it is.
 */
export type Role = 'statement' | 'comment' | 'close' | 'more' | 'kept';

export interface Line {
  /** Indices of its pieces: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Whether an empty line is before it. */
  readonly blank: boolean;
  readonly role: Role;
  readonly level: Level;
  /** Of a line that continues a statement: the line on which that starts. */
  readonly head: Line | undefined;
  readonly start: number;
  /** Of a line that continues a statement: whether it is below its second word, and not one level deeper. */
  readonly hanging: boolean;
  /** Its indent, as far as it is known before columns are aligned. */
  readonly about: number;
}

/** The role of a line of some pieces. */
export function roleOf({ pieces, within }: Structure, from: number, to: number): Role {
  if (isKept(pieces, from)) return 'kept';
  if (pieces.kinds[from] === Kind.braceClose) return 'close';
  if (within[from] === 1) return 'more';
  for (let i = from; i < to; i++) if (!isComment(pieces, i)) return 'statement';
  return 'comment';
}

/** The piece below which a statement may continue; -1 without one. */
export function secondPiece({ pieces, statements }: Structure, start: number): number {
  const second = start + (statements[start]?.$type === 'Property' && isWord(pieces, start + 1, 'by') ? 2 : 1);
  const none = second >= pieces.count || isComment(pieces, second) || pieces.kinds[second] === Kind.braceOpen;
  return none || statements[second] !== undefined ? -1 : second;
}

/** Cells from one piece to another of its line. */
export function cellsBetween({ pieces, gaps }: Structure, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) column += signedAt(pieces.widths, i) + signedAt(gaps, i + 1);
  return column;
}

/** Cells from the start of a statement to its second word; -1 where it has none on its line. */
export function hangingColumn(structure: Structure, start: number): number {
  const second = secondPiece(structure, start);
  for (let i = start + 1; i <= second; i++) if (structure.breaks[i] !== 0) return -1;
  return second < 0 ? -1 : cellsBetween(structure, start, second);
}

/** Last column below which a list that had to be broken continues. */
const furthestHanging = 24;

/** Whether a line that continues a statement is below its second word. */
export function isHanging(structure: Structure, from: number, start: number): boolean {
  const { pieces, statements } = structure;
  const column = hangingColumn(structure, start);
  if (column < 0) return false;
  // A break of the formatter, not of the writer.
  if (pieces.newlines[from] === 0) return statements[start]?.$type === 'Property' && column <= furthestHanging;
  const second = secondPiece(structure, start);
  for (let i = start + 1; i <= second; i++) if (pieces.newlines[i] !== 0) return false;
  return pieces.columns[from] !== -1 && pieces.columns[from] === pieces.columns[second];
}
