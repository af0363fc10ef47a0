// Where lines end: where the writer ended them, except for what must or must not have its own line.
import { byteAt, signedAt } from '@lightloom/core';
import { Kind } from '../parse/index.ts';
import type { Word } from '../syntax/index.ts';
import { mergesOnOneLine } from './gaps.ts';
import { Apart, isComment, isKept, isWord, type Pieces } from './piece.ts';
import type { Structure } from './structure.ts';

/** Words that may start a line within a statement. */
const mayStartLine: readonly Word[] = [
  ...(['and', 'as', 'assumed', 'at', 'because', 'in', 'into', 'on', 'over', 'source', 'to', 'when'] as const),
];

/** Sets the breaks before each piece. */
export function setBreaks(structure: Structure): void {
  const { pieces, statements, breaks } = structure;
  const broken = brokenBodies(structure);
  for (let i = 1; i < pieces.count; i++) {
    breaks[i] = structure.within[i] === 1 ? breakWithin(structure, i) : breakBefore(structure, i, broken);
    if (statements[i] !== undefined && breaks[i] === 0 && broken[bodyOf(structure, i)] === 1) breakChain(structure, i);
  }
}

/** Whether the body between two braces is spread over lines, by the index of either. */
function brokenBodies({ pieces, partner }: Structure): Uint8Array {
  const { kinds, newlines, spread, count } = pieces;
  const broken = new Uint8Array(count);
  /** Number of line breaks from the start of the text up to each piece. */
  const lines = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const own = kinds[i] === Apart.lineComment || isKept(pieces, i) || spread[i] === 1 ? 1 : 0;
    lines[i] = signedAt(lines, i) + byteAt(newlines, i);
    lines[i + 1] = signedAt(lines, i) + own;
  }
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== Kind.braceOpen && kinds[i] !== Kind.braceClose) continue;
    const other = signedAt(partner, i);
    const [open, close] = kinds[i] === Kind.braceOpen ? [i, other] : [other, i];
    // A brace without a partner is in text that is kept.
    if (other < 0 || (close > open + 1 && lines[close] !== lines[open + 1])) broken[i] = 1;
    else if (close > open + 1 && pieces.newlines[open + 1] !== 0) broken[i] = 1;
  }
  return broken;
}

/** The opening brace of the body of the statement that starts with a piece; -1 when it has none. */
function bodyOf({ pieces, statements, partner }: Structure, start: number): number {
  for (let i = start + 1; i < pieces.count; i++) {
    const kind = pieces.kinds[i];
    if (kind === Kind.braceOpen) return i;
    if (statements[i] !== undefined || kind === Kind.braceClose || isKept(pieces, i)) return -1;
    if (kind === Kind.parenOpen && signedAt(partner, i) > i) i = signedAt(partner, i);
  }
  return -1;
}

function breakBefore(structure: Structure, i: number, broken: Uint8Array): number {
  const { pieces, statements, partner } = structure;
  const { kinds, newlines, spread } = pieces;
  const written = Math.min(byteAt(newlines, i), 2);
  if (kinds[i - 1] === Kind.braceOpen) {
    if (broken[i - 1] === 0) return 0;
    return isComment(pieces, i) && written === 0 && spread[i] === 0 && endsLine(pieces, i) ? 0 : 1;
  }
  if (kinds[i] === Kind.braceClose) return broken[i] === 1 && partner[i] !== i - 1 ? 1 : 0;
  if (statements[i]?.$type === 'Else' && kinds[i - 1] === Kind.braceClose) return 0;
  const own = isKept(pieces, i) || spread[i] === 1 || endsAlways(pieces, i - 1);
  const afterBody = kinds[i - 1] === Kind.braceClose && broken[i - 1] === 1 && !isComment(pieces, i);
  const opens = statements[i] !== undefined && broken[bodyOf(structure, i)] === 1 && !isComment(pieces, i - 1);
  return own || afterBody || opens ? Math.max(1, written) : written;
}

/** A break within a statement stays where a reader expects one. */
function breakWithin({ pieces, partner, breaks }: Structure, i: number): number {
  const { kinds, newlines, spread } = pieces;
  if (endsAlways(pieces, i - 1) || spread[i] === 1) return 1;
  if (newlines[i] === 0) return 0;
  if (isComment(pieces, i) || isComment(pieces, i - 1)) return 1;
  if (kinds[i - 1] === Kind.comma || kinds[i - 1] === Kind.parenOpen) return 1;
  if (kinds[i] === Kind.parenClose) return breaks[signedAt(partner, i) + 1] === 0 ? 0 : 1;
  return mayStartLine.some((each) => isWord(pieces, i, each)) || mergesOnOneLine(pieces, i - 1) ? 1 : 0;
}

/** Whether a line must end after a piece. */
function endsAlways(pieces: Pieces, i: number): boolean {
  return pieces.kinds[i] === Apart.lineComment || isKept(pieces, i) || pieces.spread[i] === 1;
}

/** Whether a line ends after a piece. */
function endsLine(pieces: Pieces, i: number): boolean {
  return endsAlways(pieces, i) || (pieces.newlines[i + 1] ?? 1) > 0;
}

/** Starts a line before the comments that precede a statement on its line. */
function breakChain({ pieces, breaks }: Structure, i: number): void {
  let first = i;
  while (first > 0 && breaks[first] === 0 && isComment(pieces, first - 1)) first--;
  if (first > 0 && first < i && breaks[first] === 0 && pieces.kinds[first - 1] !== Kind.braceOpen) breaks[first] = 1;
}
