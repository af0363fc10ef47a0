// What is there in each phase of growth.
import type { DesignReport } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { count, quantity } from './cells.ts';

/** A row for each phase; none where the design has none. */
export function phaseTable({ phases }: DesignReport): Block[] {
  const priced = phases.some(({ cost }) => cost !== undefined);
  return table(
    [
      ...text('Phase', 'Title'),
      ...number('Accelerators', 'Switches', 'Modules', 'Cables', 'Racks', 'Power', ...(priced ? ['Price'] : [])),
      ...text('Requirements'),
    ],
    phases.map(({ name, title = '', totals, cost, held, required }) => [
      name,
      title,
      quantity(totals.accelerators),
      count(totals.switches),
      quantity(totals.modules),
      quantity(totals.cables),
      count(totals.racks),
      quantity(totals.power),
      ...(priced ? [cost === undefined ? '–' : quantity(cost)] : []),
      required === 0 ? '–' : `${held} of ${required} hold`,
    ]),
  );
}
