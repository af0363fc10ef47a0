// The sites of a sheet, and which box is at which: two boxes are never less than two sites apart.

import type { Point } from '../geometry/placed.ts';
import { indexAt, realAt } from './at.ts';
import type { Middles } from './badness.ts';
import type { IrregularPlan } from './plan.ts';

/** A column and a row for each box. */
export type Sited = readonly (readonly [number, number])[];

export interface Sites extends Middles {
  column(box: number): number;
  row(box: number): number;
  /** Whether a box can be at a site. */
  isFree(column: number, row: number, box: number): boolean;
  put(box: number, column: number, row: number): void;
  swap(a: number, b: number): void;
  /** Middles of the boxes. */
  points(): Point[];
}

export function createSites({ columns, rows, step }: IrregularPlan, start: Sited): Sites {
  const nobody = -1;
  const at = new Int32Array(columns * rows).fill(nobody);
  const [ownColumn, ownRow] = [Int32Array.from(start, ([column]) => column), Int32Array.from(start, ([, row]) => row)];
  const [xs, ys] = [new Float64Array(start.length), new Float64Array(start.length)];
  const column = (box: number): number => indexAt(ownColumn, box);
  const row = (box: number): number => indexAt(ownRow, box);
  const clear = (box: number): void => {
    at[column(box) * rows + row(box)] = nobody;
  };
  const set = (box: number, toColumn: number, toRow: number): void => {
    at[toColumn * rows + toRow] = box;
    [ownColumn[box], ownRow[box]] = [toColumn, toRow];
    [xs[box], ys[box]] = [toColumn * step.x, toRow * step.y];
  };
  for (const [box, [toColumn, toRow]] of start.entries()) set(box, toColumn, toRow);
  return {
    ...{ xs, ys, column, row },
    isFree(toColumn, toRow, box) {
      for (let c = Math.max(0, toColumn - 1); c <= Math.min(columns - 1, toColumn + 1); c++)
        for (let r = Math.max(0, toRow - 1); r <= Math.min(rows - 1, toRow + 1); r++) {
          const found = indexAt(at, c * rows + r);
          if (found !== nobody && found !== box) return false;
        }
      return true;
    },
    put(box, toColumn, toRow) {
      clear(box);
      set(box, toColumn, toRow);
    },
    swap(a, b) {
      const [c, r] = [column(a), row(a)];
      set(a, column(b), row(b));
      set(b, c, r);
    },
    points: () => start.map((_, box) => ({ x: realAt(xs, box), y: realAt(ys, box) })),
  };
}

/**
 * The sites nearest to some points, once these fill the sheet, on their side where they are higher than wide; every second site, so
 * that there is one for each box.
 */
export function sitesNear({ columns, rows, step }: IrregularPlan, start: readonly Point[]): Sited {
  const rangeOf = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];
  const [[left, right], [top, bottom]] = [rangeOf(start.map(({ x }) => x)), rangeOf(start.map(({ y }) => y))];
  const upright = bottom - top > right - left;
  const scaled = (value: number, low: number, high: number, most: number): number =>
    high > low ? ((value - low) / (high - low)) * most : most / 2;
  const taken = new Set<number>();
  return start.map(({ x, y }) => {
    const [across, down] = [scaled(x, left, right, 1), scaled(y, top, bottom, 1)];
    const [wantedColumn, wantedRow] = upright
      ? [down * (columns - 1), across * (rows - 1)]
      : [across * (columns - 1), down * (rows - 1)];
    let [bestColumn, bestRow, least] = [0, 0, Number.POSITIVE_INFINITY];
    for (let column = 0; column < columns; column += 2)
      for (let row = 0; row < rows; row += 2) {
        const far = ((column - wantedColumn) * step.x) ** 2 + ((row - wantedRow) * step.y) ** 2;
        if (far >= least || taken.has(column * rows + row)) continue;
        [bestColumn, bestRow, least] = [column, row, far];
      }
    taken.add(bestColumn * rows + bestRow);
    return [bestColumn, bestRow] as const;
  });
}
