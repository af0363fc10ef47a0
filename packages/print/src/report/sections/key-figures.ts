// The totals of a design, and those of each phase of its growth.
import type { DesignReport } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { count, quantity } from './cells.ts';

/** Whether a host says how many accelerators it has, or there are no hosts. */
function hasAccelerators({ accelerators }: DesignReport['totals']): boolean {
  return !Number.isNaN(accelerators.value) || (accelerators.known ?? 0) > 0;
}

/** Counts, power and heat of the whole design. */
export function keyFigures({ totals, basis }: DesignReport): Block[] {
  const maximum = basis === 'typical' ? ', maximum' : '';
  return [
    {
      kind: 'figures',
      heads: ['Figure', 'Value'],
      figures: [
        // Hosts that say nothing of accelerators are servers without any.
        ...(hasAccelerators(totals) ? [{ name: 'Accelerators', value: quantity(totals.accelerators) }] : []),
        { name: 'Hosts', value: count(totals.hosts) },
        { name: 'Switches', value: count(totals.switches) },
        { name: 'Modules', value: quantity(totals.modules) },
        { name: 'Links', value: quantity(totals.links) },
        { name: 'Cables', value: quantity(totals.cables) },
        { name: 'Fibers', value: quantity(totals.fibers) },
        { name: 'Racks', value: count(totals.racks) },
        {
          name: 'Power of all devices',
          value: quantity(totals.power),
          parts: [
            { name: 'modules', value: quantity(totals.modulePower) },
            { name: 'typical', value: quantity(totals.typicalPower) },
          ],
        },
        ...(totals.hall === undefined
          ? []
          : [{ name: `Power of racks and CDU pumps${maximum}`, value: quantity(totals.hall['worst-case'].total) }]),
        { name: 'Heat to liquid', value: quantity(totals.liquidHeat) },
        { name: 'Heat to air', value: quantity(totals.airHeat) },
      ],
    },
  ];
}

/** Key figures of each phase of growth, a row each; none where the design has none. */
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
