// The two mains of a loop with branches in rows: along each row, and by a riser from row to row.
import type { Point } from '../geometry/placed.ts';
import type { Levels } from './subtree.ts';

/** A row that a main runs along. */
export interface RowEnds extends Levels {
  /** Where the last branch enters, and the first and the last one leave, in pixels from the left. */
  readonly enter: number;
  readonly exit: number;
  readonly lastExit: number;
}

/** The supply: along the first row, and by a riser to the rows below. */
export function supplyMain(begin: number, riser: number, rows: readonly RowEnds[]): Point[] {
  const [first, ...others] = rows as [RowEnds, ...RowEnds[]];
  const points = [
    { x: begin, y: first.supply },
    { x: first.enter, y: first.supply },
  ];
  if (others.length > 0) points.push({ x: riser, y: first.supply });
  others.forEach(({ supply, enter }, i) => {
    points.push({ x: riser, y: supply }, { x: enter, y: supply });
    if (i < others.length - 1) points.push({ x: riser, y: supply });
  });
  return points;
}

/** The return: gathered on the right from the rows above, and to the left below the last. */
export function returnMain(begin: number, riser: number, rows: readonly RowEnds[]): Point[] {
  const last = rows.at(-1) as RowEnds;
  if (rows.length === 1)
    return [
      { x: last.lastExit, y: last.back },
      { x: begin, y: last.back },
    ];
  const points = rows
    .slice(0, -1)
    .flatMap(({ back, exit }, i) => [
      ...(i === 0 ? [] : [{ x: riser, y: back }]),
      { x: exit, y: back },
      { x: riser, y: back },
    ]);
  return [...points, { x: riser, y: last.back }, { x: begin, y: last.back }];
}
