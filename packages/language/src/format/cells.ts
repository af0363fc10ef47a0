// Which pieces of a line may share a column with pieces of the lines around it.
import { signedAt } from '@lightloom/core';
import type { AstNode } from 'langium';
import { extentOf, Kind } from '../parse/index.ts';
import type { StatementType, Word } from '../syntax/index.ts';
import type { Line } from './line.ts';
import { Apart, isComment, isWord, textOf } from './piece.ts';
import type { Structure } from './structure.ts';

/** The order in which columns are found, left to right. */
export const Column = {
  second: 0,
  sign: 1,
  /** From here: the words of a statement, in order. */
  part: 2,
  body: 20,
  /** From here: the statements of a body on one line, in order. */
  inner: 21,
  remark: 1000,
  end: 1001,
} as const;

export interface Cell {
  readonly line: Line;
  /** Index of the piece. */
  readonly at: number;
  /**
   * Adjacent lines share a column when this is the same. Where it is empty, other lines may be between them.
   */
  readonly family: string;
  /**
   * - `always`: lines have a column;
   * - `joins`: is in the column of the others where the writer put it there;
   * - `written`: lines have a column where the writer gave them one.
   */
  readonly rule: 'always' | 'joins' | 'written';
}

type Cells = ReadonlyMap<number, Cell>;

/** The parts of statements that columns align. */
type Parts = AstNode & {
  readonly items?: readonly AstNode[];
  readonly provenance?: AstNode;
  readonly base?: AstNode;
  readonly type?: AstNode;
  readonly rows?: AstNode;
  readonly kind?: string;
};

/** The cells of a line, by their columns. */
export function cellsIn(structure: Structure, line: Line): Cells {
  const cells = new Map<number, Cell>();
  const add = (column: number, at: number, family: string, rule: Cell['rule'] = 'always'): void => {
    if (at > line.from && at < line.to) cells.set(column, { line, at, family, rule });
  };
  if (line.role === 'statement' && !holdsSeveral(structure, line)) addParts(structure, line, add);
  const last = line.to - 1;
  if (structure.pieces.kinds[last] === Apart.lineComment)
    add(cells.has(Column.remark) ? Column.end : Column.remark, last, '');
  return cells;
}

const words: readonly Word[] = ['to', 'as', 'over', 'into', 'in', 'because', 'on', 'when'];

/** Statements whose second word may be below the names of instances. */
const mayJoin: ReadonlySet<string> = new Set<StatementType>(['Link', 'Plug', 'Place']);

type Add = (column: number, at: number, family: string, rule?: Cell['rule']) => void;

function addParts(structure: Structure, line: Line, add: Add): void {
  const { pieces, statements } = structure;
  const statement = statements[line.from] as Parts | undefined;
  if (statement === undefined) return;
  const find = (kind: number, to = line.to): number => {
    for (let i = line.from; i < to; i++) if (pieces.kinds[i] === kind) return i;
    return -1;
  };
  const nodeAt = (node: AstNode | undefined): number => {
    if (node === undefined) return -1;
    for (let i = line.from; i < line.to; i++) if (pieces.starts[i] === extentOf(node).start) return i;
    return -1;
  };
  const brace = find(Kind.braceOpen);
  // A body of several lines starts anywhere.
  const body = brace >= 0 && signedAt(structure.partner, brace) < line.to ? brace : -1;
  const colon = find(Kind.colon, brace < 0 ? line.to : brace);
  const spread = brace >= 0 && body < 0;
  switch (statement.$type) {
    case 'Property':
      add(Column.second, nodeAt(statement.items?.[0]), '');
      add(Column.remark, nodeAt(statement.provenance), '');
      return;
    case 'Ports':
      add(Column.second, line.from + 1, '', 'joins');
      add(Column.sign, colon, 'ports');
      break;
    case 'Instance':
    case 'TemplateInstance': {
      if (spread) return;
      if (colon < 0) {
        add(Column.body, body, `${statement.kind}`, 'written');
        break;
      }
      if (statement.$type === 'Instance') add(Column.second, line.from + 1, 'instance');
      add(Column.sign, colon, 'instance');
      const family = `${statement.kind} ${statement.rows === undefined} ${body < 0}`;
      const rows = nodeAt(statement.rows);
      add(Column.part, rows < 0 ? -1 : rows - 2, family);
      add(Column.body, body, family);
      break;
    }
    case 'TypeDeclaration': {
      if (spread) return;
      const family = `${statement.kind} type ${statement.base === undefined} ${body < 0}`;
      add(Column.part, statement.base === undefined ? -1 : nodeAt(statement.base) - 1, family);
      add(Column.body, body, family);
      break;
    }
    case 'View':
      if (spread) return;
      add(Column.part, find(Kind.text, Math.min(line.to, line.from + 3)), 'view');
      add(Column.body, body, 'view');
      break;
    case 'Phase': {
      add(Column.part, find(Kind.text, Math.min(line.to, line.from + 3)), 'phase', 'written');
      const adds = [2, 3].map((each) => line.from + each).find((at) => isWord(pieces, at, 'adds')) ?? -1;
      add(Column.part + 1, adds, 'phase', 'written');
      if (!spread) add(Column.body, body, 'phase', 'written');
      break;
    }
    case 'Let':
      add(Column.sign, find(Kind.equals), 'let', 'written');
      break;
    case 'Import':
      add(Column.part, isWord(pieces, line.from + 2, 'as') ? line.from + 2 : -1, 'import', 'written');
      break;
    default: {
      if (mayJoin.has(statement.$type)) add(Column.second, line.from + 1, 'instance', 'joins');
      const family = addWords(structure, line, statement.$type, add);
      if (!spread) add(Column.body, body, family, 'written');
    }
  }
  if (body >= 0) addInner(structure, body, add);
}

/** The words within a statement, where the writer put them in columns. */
function addWords({ pieces, statements }: Structure, line: Line, type: string, add: Add): string {
  let family = type;
  let column: number = Column.part;
  for (let i = line.from + 2; i < line.to && pieces.kinds[i] !== Kind.braceOpen && column < Column.body; i++) {
    const word = words.find((each) => isWord(pieces, i, each));
    if (word === undefined || statements[i] !== undefined) continue;
    family = `${family} ${word}`;
    add(column++, i, family, 'written');
  }
  return family;
}

/** Statements of a body on one line, and the `:` in them, where the writer put them in columns. */
function addInner({ pieces, statements, partner }: Structure, body: number, add: Add): void {
  let family = '';
  let count = 0;
  let depth = 0;
  for (let i = body + 1; i < signedAt(partner, body); i++) {
    const kind = pieces.kinds[i];
    if (kind === Kind.braceOpen) depth++;
    if (kind === Kind.braceClose) depth--;
    if (depth > 0) continue;
    if (statements[i] !== undefined) {
      family = `${family} ${textOf(pieces, i)}`;
      if (++count > 1) add(Column.inner + 2 * count, i, family, 'written');
    }
    if (kind === Kind.colon) add(Column.inner + 2 * count + 1, i, family, 'written');
  }
}

/** Whether a line has several statements, or a comment before the first. */
function holdsSeveral({ pieces, statements }: Structure, { from, to }: Line): boolean {
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (i > from && depth === 0 && statements[i] !== undefined) return true;
    if (pieces.kinds[i] === Kind.braceOpen) depth++;
    if (pieces.kinds[i] === Kind.braceClose) depth--;
  }
  return isComment(pieces, from);
}
