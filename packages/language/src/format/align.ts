// Columns: pieces of adjacent lines, one below the other.
//
// A column is where more than half of the lines have it in the text, if all of them reach it; otherwise it is as far left
// as possible. So an added line moves to the column of the others, and the distance that a writer chose stays. A line that
// is too wide for the column ignores it.
import { signedAt } from '@lightloom/core';
import { Kind } from '../parse/index.ts';
import { type Cell, Column, cellsIn } from './cells.ts';
import { cellsBetween, type Line } from './line.ts';
import { Apart } from './piece.ts';
import type { Structure } from './structure.ts';

/** Maximum number of spaces a writer may put before a column, beyond those it needs. */
const maxSpaces = 40;
/** Width of a line beyond which its remark doesn't move those of other lines. */
const furthestRemark = 72;

/** Sets the spaces before the pieces that are in columns. */
export function alignColumns(structure: Structure, lines: readonly Line[]): void {
  let run: Line[] = [];
  const finish = (): void => {
    alignRun(structure, run);
    run = [];
  };
  for (const line of lines) {
    const opens = line.role === 'statement' && opensBody(structure, line);
    if (line.blank || line.role === 'close' || line.role === 'kept' || run[0]?.level !== line.level) finish();
    if (line.role === 'statement' && !opens) run.push(line);
    else if (opens) {
      finish();
      alignRun(structure, [line]);
    } else if (line.role !== 'comment') alignRun(structure, [line]);
  }
  finish();
}

/** Whether a body starts on a line and continues on the next. */
function opensBody({ pieces, partner }: Structure, { from, to }: Line): boolean {
  for (let i = from; i < to; i++) if (pieces.kinds[i] === Kind.braceOpen && signedAt(partner, i) >= to) return true;
  return false;
}

/** Cells that may share one column. */
interface Group {
  /** The family of all cells that must be in it; undefined while there is none. */
  family: string | undefined;
  readonly cells: Cell[];
}

function alignRun(structure: Structure, run: readonly Line[]): void {
  const columns = new Map<number, Group[]>();
  let before: ReadonlyMap<number, Cell> = new Map();
  for (const line of run) {
    const cells = cellsIn(structure, line);
    for (const [column, cell] of cells) {
      const groups = columns.get(column) ?? [];
      columns.set(column, groups);
      const last = groups.at(-1);
      // Values and remarks skip lines that have none; other columns join adjacent lines only.
      const near = before.has(column) || (last?.family ?? cell.family) === '';
      if (last !== undefined && near && belongs(cell, last)) {
        if (cell.rule !== 'joins') last.family = cell.family;
        last.cells.push(cell);
      } else groups.push({ family: cell.rule === 'joins' ? undefined : cell.family, cells: [cell] });
    }
    before = cells;
  }
  for (const [column, groups] of [...columns].sort(([a], [b]) => a - b))
    for (const { cells } of groups) alignGroup(structure, column, cells);
}

function belongs({ rule, family }: Cell, group: Group): boolean {
  return rule === 'joins' || group.family === undefined || group.family === family;
}

/** A cell with the figures that its column depends on. */
interface Placed {
  readonly cell: Cell;
  /** Width of its line before it, without spaces. */
  readonly width: number;
  /** Spaces it needs before it. */
  readonly least: number;
  /** Its column in the text, from the start of its line there; NaN when it is on another line there. */
  readonly written: number;
}

function alignGroup(structure: Structure, column: number, cells: readonly Cell[]): void {
  const placed = cells.map((cell) => place(structure, column, cell, cells.length === 1));
  const always = placed.filter(({ cell }) => cell.rule === 'always');
  const isRemark = column >= Column.remark;
  if (always.length === 0) {
    alignWritten(structure, placed);
    return;
  }
  const shared = agreed(always);
  const keeps = (always.length > 1 || isRemark) && isReached(always, shared, isRemark);
  const target = keeps ? shared : leftmost(always, isRemark);
  for (const each of placed) {
    if (each.cell.rule === 'always')
      put(structure, each, fits(each, target) ? target : each.width + (isRemark ? 2 : 1));
    else if (isAt(shared)(each) && fits(each, target)) put(structure, each, target);
  }
}

/** Gives lines a column that most of them have, and that a writer made room for. */
function alignWritten(structure: Structure, placed: readonly Placed[]): void {
  const { starts, ends } = structure.pieces;
  const shared = agreed(placed);
  const isMeant = placed.some(({ cell: { at, rule }, written }) => {
    const spaces = signedAt(starts, at) - signedAt(ends, at - 1);
    return rule === 'written' && written === shared && spaces > signedAt(structure.gaps, at);
  });
  if (placed.length < 2 || !isMeant) return;
  const target = isReached(placed, shared, false) ? shared : leftmost(placed, false);
  for (const each of placed) put(structure, each, target);
}

function fits({ width, least }: Placed, column: number): boolean {
  return width + least <= column;
}

function isAt(column: number): (placed: Placed) => boolean {
  return ({ written }) => written === column;
}

/** The column that more than half of them have in the text; NaN without one. */
function agreed(placed: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { written } of placed) if (!Number.isNaN(written)) counts.set(written, (counts.get(written) ?? 0) + 1);
  for (const [column, count] of counts) if (count * 2 > placed.length) return column;
  return Number.NaN;
}

/** Whether lines reach a column without much space: all of them, or more than half of the remarks. */
function isReached(placed: readonly Placed[], column: number, isRemark: boolean): boolean {
  const reached = placed.filter((each) => fits(each, column));
  const widest = reached.reduce((most, { width }) => Math.max(most, width), 0);
  return (
    (isRemark ? reached.length * 2 > placed.length : reached.length === placed.length) && column - widest <= maxSpaces
  );
}

/** The leftmost column possible. A few lines that are very wide don't count. */
function leftmost(placed: readonly Placed[], isRemark: boolean): number {
  const widest = (some: readonly Placed[]): number => some.reduce((most, { width }) => Math.max(most, width), 0);
  const [first] = placed as [Placed];
  if (!isRemark || placed.length === 1) return widest(placed) + Math.max(1, first.least);
  const near = placed.filter(({ width }) => width <= furthestRemark);
  return widest(near.length * 2 > placed.length ? near : placed) + 4;
}

/** Width of a line up to a cell, with the columns found so far. */
function place(structure: Structure, column: number, cell: Cell, isLone: boolean): Placed {
  const { newlines, spread, columns, kinds } = structure.pieces;
  const { line, at } = cell;
  const known = columns[at] !== -1 && columns[line.from] !== -1;
  let sameLine = known;
  for (let i = line.from + 1; i <= at; i++) sameLine &&= newlines[i] === 0 && spread[i - 1] === 0;
  const written = sameLine ? signedAt(columns, at) - signedAt(columns, line.from) : Number.NaN;
  const isComment = kinds[at] === Apart.lineComment;
  // The longest of some names, as in `switch spine[1..8]: Spine`, needs no space before its `:`.
  const mayTouch = column === Column.sign && cell.rule === 'always' && !isLone;
  const width = cellsBetween(structure, line.from, at) - signedAt(structure.gaps, at);
  return { cell, width, written, least: isComment ? 2 : mayTouch ? 0 : 1 };
}

function put({ gaps }: Structure, { cell, width }: Placed, column: number): void {
  gaps[cell.at] = column - width;
}
