// Where a line that is too long is broken: between statements, before a part of one, within its body, after commas.
import { signedAt } from '@lightloom/core';
import { Kind } from '../parse/index.ts';
import type { StatementType, Word } from '../syntax/index.ts';
import type { Line } from './line.ts';
import { Apart, isComment, isWord } from './piece.ts';
import type { Structure } from './structure.ts';

/** Maximum width of a line. */
const maxLineWidth = 120;

/** Words before which a statement is broken first. */
const partWords: Readonly<Record<string, readonly Word[]>> = {
  Link: ['over', 'as'],
  Require: ['when'],
  Allow: ['because', 'on'],
  Property: ['source', 'assumed'],
} satisfies Partial<Record<StatementType, readonly Word[]>>;

/** Adds breaks to a line that is too long. Returns whether it did, so that its pieces must be put into lines again. */
export function breakLine(structure: Structure, line: Line): boolean {
  if (line.role === 'comment' || line.role === 'kept') return false;
  if (line.about + widthOf(structure, line) <= maxLineWidth) return false;
  return (
    betweenStatements(structure, line) ||
    beforePart(structure, line) ||
    withinBody(structure, line) ||
    breakAfterCommas(structure, line)
  );
}

/** Width of a line without the comment at its end, which is never broken. */
function widthOf({ pieces, gaps }: Structure, { from, to }: Line): number {
  let width = signedAt(pieces.widths, from);
  for (let i = from + 1; i < to && pieces.kinds[i] !== Apart.lineComment; i++)
    width += signedAt(gaps, i) + signedAt(pieces.widths, i);
  return width;
}

/** Starts a line with a piece and the comments before it on its line. Returns whether that adds a line. */
function addBreak({ pieces, breaks }: Structure, at: number, from: number): boolean {
  let first = at;
  while (first - 1 > from && isComment(pieces, first - 1)) first--;
  if (first <= from || isComment(pieces, first - 1)) return false;
  breaks[first] = 1;
  return true;
}

/** The depth of bodies after a piece. */
function depthAfter(structure: Structure, i: number, depth: number): number {
  const kind = structure.pieces.kinds[i];
  return kind === Kind.braceOpen ? depth + 1 : kind === Kind.braceClose ? depth - 1 : depth;
}

/** Starts a line with each statement of this one. */
function betweenStatements(structure: Structure, { from, to, role }: Line): boolean {
  let depth = role === 'close' ? 1 : 0;
  let some = false;
  for (let i = from; i < to; i++) {
    const statement = structure.statements[i];
    if (i > from && depth === 0 && statement !== undefined && statement.$type !== 'Else')
      some = addBreak(structure, i, from) || some;
    depth = depthAfter(structure, i, depth);
  }
  return some;
}

/** Starts a line with a part of the statement: its fiber, its failures, its source. */
function beforePart(structure: Structure, { from, to, start, role }: Line): boolean {
  const first = role === 'more' ? start : from;
  for (const word of partWords[structure.statements[first]?.$type ?? ''] ?? []) {
    let depth = 0;
    for (let i = from; i < to; i++) {
      depth = depthAfter(structure, i, depth);
      // Not the first words of the statement: a name may be any word.
      const isPart = i > first + 1 && depth === 0 && structure.within[i] === 1 && isWord(structure.pieces, i, word);
      if (isPart && addBreak(structure, i, from)) return true;
    }
  }
  return false;
}

/** Gives each statement of a body its own line. */
function withinBody(structure: Structure, { from, to }: Line): boolean {
  const { pieces, statements, partner, breaks } = structure;
  for (let open = from; open < to; open++) {
    const close = signedAt(partner, open);
    if (pieces.kinds[open] !== Kind.braceOpen || close <= open + 1 || close >= to) continue;
    let depth = 0;
    for (let i = open + 1; i < close; i++) {
      if (depth === 0 && statements[i] !== undefined) addBreak(structure, i, open);
      depth = depthAfter(structure, i, depth);
    }
    breaks[open + 1] = 1;
    breaks[close] = 1;
    return true;
  }
  return false;
}

const opening: ReadonlySet<number | undefined> = new Set([Kind.parenOpen, Kind.bracketOpen, Kind.braceOpen]);
const closing: ReadonlySet<number | undefined> = new Set([Kind.parenClose, Kind.bracketClose, Kind.braceClose]);

/** Fills a line with as many items of a list as fit; of lists in lists the outer one is broken. */
function breakAfterCommas(structure: Structure, line: Line): boolean {
  const { pieces, gaps, breaks } = structure;
  for (const deepest of [0, Number.POSITIVE_INFINITY]) {
    let width = line.about;
    let depth = 0;
    let last = -1;
    for (let i = line.from; i < line.to; i++) {
      const kind = pieces.kinds[i];
      if (opening.has(kind)) depth++;
      if (closing.has(kind)) depth--;
      width += (i > line.from ? signedAt(gaps, i) : 0) + signedAt(pieces.widths, i);
      if (width > maxLineWidth && last >= 0) break;
      if (kind === Kind.comma && depth <= deepest && i + 1 < line.to && !isComment(pieces, i + 1)) last = i + 1;
    }
    if (last < 0) continue;
    breaks[last] = 1;
    return true;
  }
  return false;
}
