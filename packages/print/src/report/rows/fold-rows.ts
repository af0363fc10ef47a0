// Rows of a table that differ in the index of a name alone, as one row.
import { printCount } from '@lightloom/core';
import type { Cell } from '../../blocks/block.ts';
import { joinedNames } from '../../wording/name-ranges.ts';

/** How a row names several things: by a range, and what one of the things was called, and how many they are. */
export type NameOfSeveral = (range: string, first: string, count: number) => string;

/** Of figures that are those of each, where the heads of the columns don't say so. */
export const ofEach: NameOfSeveral = (range) => `${range}, each`;

/** Of figures that are sums, which aren't those of the whole range. */
export const likeTheFirst: NameOfSeveral = (_, first, count) =>
  `${first}, and ${printCount(count - 1, 'more', 'more')} alike`;

/** Folds neighbors whose first cell is a name, and which say the same of it: `unit[1].water` and `unit[2].water`. */
export function foldRows(
  rows: readonly (readonly Cell[])[],
  nameOf: NameOfSeveral = (range) => range,
): (readonly Cell[])[] {
  let folded: readonly Folded[] = rows.map((cells) => ({ cells, first: `${cells[0]}`, count: 1 }));
  // A name may have several indices: those of the inner array are folded first.
  for (let before = Infinity; folded.length < before; ) {
    before = folded.length;
    folded = foldedOnce(folded);
  }
  return folded.map(({ cells, first, count }) =>
    count === 1 ? cells : [nameOf(`${cells[0]}`, first, count), ...cells.slice(1)],
  );
}

interface Folded {
  readonly cells: readonly Cell[];
  readonly first: string;
  readonly count: number;
}

function foldedOnce(rows: readonly Folded[]): Folded[] {
  const folded: Folded[] = [];
  for (const row of rows) {
    const before = folded.at(-1);
    const joined = before === undefined ? undefined : joinedRow(before.cells, row.cells);
    if (before === undefined || joined === undefined) folded.push(row);
    else folded[folded.length - 1] = { cells: joined, first: before.first, count: before.count + row.count };
  }
  return folded;
}

/** Two rows as one; undefined where they differ in more than the indices of names. */
function joinedRow(first: readonly Cell[], second: readonly Cell[]): readonly Cell[] | undefined {
  const joined: Cell[] = [];
  for (const [i, cell] of first.entries()) {
    const other = second[i];
    const isSame = JSON.stringify(cell) === JSON.stringify(other);
    if (isSame && i > 0) joined.push(cell);
    else if (isSame || typeof cell !== 'string' || typeof other !== 'string') return undefined;
    else {
      const name = joinedNames(cell, other);
      if (name === undefined) return undefined;
      joined.push(name);
    }
  }
  return joined;
}
