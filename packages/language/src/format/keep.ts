// What is kept unchanged: the lines of statements with syntax problems.
import { byteAt, numberAt, signedAt } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { type Extent, extentOf, Kind, type SyntaxProblem } from '../parse/index.ts';
import { Apart, newPieces, type Pieces } from './piece.ts';
import { eachStatement, pieceAt } from './structure.ts';

/** Replaces all pieces on lines with syntax problems by one piece. */
export function keepBroken(pieces: Pieces, file: ast.FabricFile, problems: readonly SyntaxProblem[]): Pieces {
  if (problems.length === 0) return pieces;
  const kept = new Uint8Array(pieces.count);
  const starts = new Set<number>();
  eachStatement(file, (each) => starts.add(extentOf(each).start));
  // One problem may be of many places.
  for (const problem of problems) {
    // What a fix only adds is nothing that was written.
    const replaced = problem.fix?.edits.filter(({ start, end }) => end > start) ?? [];
    for (const place of [problem, ...replaced]) keepStatement(pieces, starts, place, kept);
  }
  keepUnbalanced(pieces, file, kept);
  wholeLines(pieces, kept);
  return join(pieces, kept);
}

/** Marks statements of the file whose braces don't pair, and the text after each. */
function keepUnbalanced(pieces: Pieces, file: ast.FabricFile, kept: Uint8Array): void {
  const bounds = [0, ...file.statements.map((each) => pieceAt(pieces, extentOf(each).start)), pieces.count];
  for (let b = 1; b < bounds.length; b++) {
    const [from, to] = [numberAt(bounds, b - 1), numberAt(bounds, b)];
    let depth = 0;
    let lowest = 0;
    for (let i = from; i < to; i++) {
      if (pieces.kinds[i] === Kind.braceOpen) depth++;
      if (pieces.kinds[i] === Kind.braceClose) depth--;
      lowest = Math.min(lowest, depth);
    }
    if (depth !== 0 || lowest !== 0) kept.fill(2, from, to);
  }
}

/** Marks the statement with a mistake: its header, or all of it when it has no body. */
function keepStatement(pieces: Pieces, starts: ReadonlySet<number>, problem: Extent, kept: Uint8Array): void {
  const isEdge = (i: number): boolean =>
    starts.has(signedAt(pieces.starts, i)) ||
    pieces.kinds[i] === Kind.braceClose ||
    pieces.kinds[i - 1] === Kind.braceOpen;
  let from = Math.min(pieceAt(pieces, problem.start), pieces.count - 1);
  let to = Math.max(from + 1, pieceAt(pieces, problem.end));
  while (from > 0 && !isEdge(from)) from--;
  while (to < pieces.count && !isEdge(to)) to++;
  kept.fill(1, Math.max(0, from), to);
}

/** Keeps the rest of each line that is partly kept. */
function wholeLines({ newlines, spread, count }: Pieces, kept: Uint8Array): void {
  const isSameLine = (i: number): boolean => newlines[i] === 0 && spread[i - 1] === 0;
  const take = (i: number, from: number): void => {
    if (byteAt(kept, from) > byteAt(kept, i)) kept[i] = byteAt(kept, from);
  };
  for (let i = 1; i < count; i++) if (isSameLine(i)) take(i, i - 1);
  for (let i = count - 1; i > 0; i--) if (isSameLine(i)) take(i - 1, i);
}

/** Kinds of piece by mark. */
const kindOf = [undefined, Apart.kept, Apart.broken];

function join(pieces: Pieces, kept: Uint8Array): Pieces {
  // Kept lines with an empty line between them are two pieces, so that empty lines count.
  const isPart = (i: number): boolean => kept[i] !== 0 && kept[i] === kept[i - 1] && byteAt(pieces.newlines, i) < 2;
  let count = 0;
  for (let i = 0; i < pieces.count; i++) if (!isPart(i)) count++;
  const joined = newPieces(pieces.source, count);
  let at = -1;
  for (let i = 0; i < pieces.count; i++) {
    if (isPart(i)) {
      joined.ends[at] = signedAt(pieces.ends, i);
      if (pieces.newlines[i] !== 0 || pieces.spread[i] === 1) joined.spread[at] = 1;
      continue;
    }
    at++;
    joined.kinds[at] = kindOf[byteAt(kept, i)] ?? byteAt(pieces.kinds, i);
    joined.starts[at] = signedAt(pieces.starts, i);
    joined.ends[at] = signedAt(pieces.ends, i);
    joined.newlines[at] = byteAt(pieces.newlines, i);
    joined.columns[at] = signedAt(pieces.columns, i);
    joined.widths[at] = signedAt(pieces.widths, i);
    joined.spread[at] = byteAt(pieces.spread, i);
  }
  return joined;
}
