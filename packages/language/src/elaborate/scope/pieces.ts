// An array that a `for` installs piece by piece: `for i in 1..8 { switch leaf[i] : Leaf }` is the array `leaf[1..8]`.
import { type Axis, axesSize, axisSize, type Block, indexAt, maxTableRows, positionOf } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';

/** What one iteration installs: ids of elements, or the scopes of a template's instances. */
export interface Piece<Unit> {
  readonly axes: readonly Axis[];
  readonly first: number;
  readonly units: readonly Unit[] | undefined;
}

/** An element: the id, or the scope of an instance of a template. */
interface Found<Unit> {
  readonly id: number;
  readonly unit: Unit | undefined;
}

/** All pieces as one array, with gaps where no iteration installed anything. */
export interface Grid<Unit> {
  readonly axes: readonly Axis[];
  /** The element at a position along the axes. */
  at(position: number): Found<Unit> | undefined;
}

/** The pieces of one array. A unit is the scope of an instance of a template. */
export class Pieces<Unit> {
  /** The declaration in the `for`. */
  readonly node: ast.Statement;
  /** What the elements are; undefined where they are instances of a template. */
  readonly of: Block['kind'] | undefined;
  private readonly pieces: Piece<Unit>[] = [];
  private readonly taken = new Set<string>();
  private known: Grid<Unit> | undefined;

  constructor(node: ast.Statement, of: Block['kind'] | undefined) {
    this.node = node;
    this.of = of;
  }

  /** The suffix of the first element that another piece already holds, if any. */
  firstTaken(suffixes: readonly string[]): string | undefined {
    return suffixes.find((each) => this.taken.has(each));
  }

  add(piece: Piece<Unit>, suffixes: readonly string[]): void {
    this.pieces.push(piece);
    for (const each of suffixes) this.taken.add(each);
    this.known = undefined;
  }

  /** The pieces as one array; undefined when their indices are too far apart for a table. */
  get grid(): Grid<Unit> | undefined {
    this.known ??= gridOf(this.pieces);
    return this.known;
  }
}

function gridOf<Unit>(pieces: readonly Piece<Unit>[]): Grid<Unit> | undefined {
  const axes = (pieces[0]?.axes ?? []).map((_, i) => merged(pieces.map((each) => each.axes[i] as Axis)));
  if (axesSize(axes) > maxTableRows) return undefined;
  const elements = new Map<number, Found<Unit>>();
  for (const piece of pieces) {
    for (let within = 0; within < axesSize(piece.axes); within++)
      elements.set(positionIn(axes, piece.axes, within), {
        id: piece.first + within,
        unit: piece.units?.[within],
      });
  }
  return { axes, at: (position) => elements.get(position) };
}

/** The position of a piece's element along the axes of all. */
function positionIn(all: readonly Axis[], own: readonly Axis[], within: number): number {
  let position = 0;
  let rest = within;
  let stride = 1;
  for (let i = own.length - 1; i >= 0; i--) {
    const size = axisSize(own[i] as Axis);
    position += positionOf(all[i] as Axis, indexAt(own[i] as Axis, rest % size)) * stride;
    rest = Math.floor(rest / size);
    stride *= axisSize(all[i] as Axis);
  }
  return position;
}

/** All indices of some axes, from the smallest up. */
function merged(axes: readonly Axis[]): Axis {
  const all = new Set<number>();
  for (const axis of axes) for (let i = 0; i < axisSize(axis); i++) all.add(indexAt(axis, i));
  const list = [...all].sort((a, b) => a - b);
  const [low, high] = [list[0] ?? 0, list.at(-1) ?? -1];
  return high - low + 1 === list.length ? { low, high } : { list };
}
