// What is closest to its limits: the worst links, racks, loops and feeds.
import type { ClosestRow, DesignReport } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { asCode } from '../../blocks/rich.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { foldRows, ofEach } from '../rows/fold-rows.ts';
import { count, quantity, withinLimit } from './cells.ts';

/** At most ten of each, the worst first. */
export function closestTables({ closest: { links, racks, loops, feeds } }: DesignReport): Block[] {
  return [
    ...table(
      [...text('Links', 'For example'), ...number('Count', 'Length (of reach)', 'Loss (of allowed)', 'Margin')],
      links.map(({ example, row: { statement, budget } }) => [
        asCode(statement),
        asCode(example),
        count(budget.class.count),
        withinLimit(budget.length, budget.reach),
        withinLimit(budget.loss, budget.allowed),
        quantity(budget.margin),
      ]),
      { caption: 'Links with the smallest margin' },
    ),
    ...limits('Racks', racks),
    ...limits('Coolant loops', loops),
    ...limits('Feeds', feeds),
  ];
}

function limits(things: string, rows: readonly ClosestRow[]): Block[] {
  return table(
    [...text(things, 'Limit'), ...number('Used (of limit)', 'Share')],
    foldRows(
      rows.map(({ names, what, value, limit, share }) => [
        nameRanges(names),
        what,
        withinLimit(value, limit),
        quantity(share),
      ]),
      ofEach,
    ),
    { caption: `${things} by the limit that they use most of` },
  );
}
