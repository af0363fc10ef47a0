// What is kept as it is: the lines of statements that are not understood.
import type * as ast from '../generated/ast.ts';
import { extentOf, Kind, type SyntaxProblem } from '../parse/index.ts';
import { Apart, newPieces, type Pieces } from './piece.ts';
import { eachStatement, pieceAt } from './structure.ts';

/** Puts one piece in the place of all pieces that stand on lines with mistakes. */
export function keepTorn(pieces: Pieces, file: ast.FabricFile, problems: readonly SyntaxProblem[]): Pieces {
  if (problems.length === 0) return pieces;
  const kept = new Uint8Array(pieces.count);
  const starts = new Set<number>();
  eachStatement(file, (each) => starts.add(extentOf(each).start));
  for (const problem of problems) keepStatement(pieces, starts, problem, kept);
  keepUnbalanced(pieces, file, kept);
  wholeLines(pieces, kept);
  return join(pieces, kept);
}

/** Marks statements of the file whose braces do not pair, with what follows each. */
function keepUnbalanced(pieces: Pieces, file: ast.FabricFile, kept: Uint8Array): void {
  const bounds = [0, ...file.statements.map((each) => pieceAt(pieces, extentOf(each).start)), pieces.count];
  for (let b = 1; b < bounds.length; b++) {
    const [from, to] = [bounds[b - 1] as number, bounds[b] as number];
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
function keepStatement(pieces: Pieces, starts: ReadonlySet<number>, problem: SyntaxProblem, kept: Uint8Array): void {
  const isEdge = (i: number): boolean =>
    starts.has(pieces.starts[i] as number) ||
    pieces.kinds[i] === Kind.braceClose ||
    pieces.kinds[i - 1] === Kind.braceOpen;
  let from = Math.min(pieceAt(pieces, problem.start), pieces.count - 1);
  let to = Math.max(from + 1, pieceAt(pieces, problem.end));
  while (from > 0 && !isEdge(from)) from--;
  while (to < pieces.count && !isEdge(to)) to++;
  kept.fill(1, Math.max(0, from), to);
}

/** Whatever stands on a line with something that is kept is kept too. */
function wholeLines({ newlines, spread, count }: Pieces, kept: Uint8Array): void {
  const isSameLine = (i: number): boolean => newlines[i] === 0 && spread[i - 1] === 0;
  const take = (i: number, from: number): void => {
    if ((kept[from] as number) > (kept[i] as number)) kept[i] = kept[from] as number;
  };
  for (let i = 1; i < count; i++) if (isSameLine(i)) take(i, i - 1);
  for (let i = count - 1; i > 0; i--) if (isSameLine(i)) take(i - 1, i);
}

/** What is kept, by its mark. */
const kindOf = [undefined, Apart.kept, Apart.torn];

function join(pieces: Pieces, kept: Uint8Array): Pieces {
  // Kept lines with an empty line between them are two pieces, so that empty lines are counted.
  const isPart = (i: number): boolean => kept[i] !== 0 && kept[i] === kept[i - 1] && (pieces.newlines[i] as number) < 2;
  let count = 0;
  for (let i = 0; i < pieces.count; i++) if (!isPart(i)) count++;
  const joined = newPieces(pieces.source, count);
  let at = -1;
  for (let i = 0; i < pieces.count; i++) {
    if (isPart(i)) {
      joined.ends[at] = pieces.ends[i] as number;
      if (pieces.newlines[i] !== 0 || pieces.spread[i] === 1) joined.spread[at] = 1;
      continue;
    }
    at++;
    joined.kinds[at] = kindOf[kept[i] as number] ?? (pieces.kinds[i] as number);
    joined.starts[at] = pieces.starts[i] as number;
    joined.ends[at] = pieces.ends[i] as number;
    joined.newlines[at] = pieces.newlines[i] as number;
    joined.columns[at] = pieces.columns[i] as number;
    joined.widths[at] = pieces.widths[i] as number;
    joined.spread[at] = pieces.spread[i] as number;
  }
  return joined;
}
