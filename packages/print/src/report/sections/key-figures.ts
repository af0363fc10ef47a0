// The totals of a design.
import type { DesignReport } from '@lightloom/core';
import type { Block } from '../../blocks/block.ts';
import { count, quantity } from './cells.ts';

/** Counts, power and heat of the whole design. */
export function keyFigures({ totals, basis }: DesignReport): Block[] {
  const maximum = basis === 'typical' ? ', maximum' : '';
  return [
    {
      kind: 'figures',
      heads: ['Figure', 'Value'],
      figures: [
        { name: 'Accelerators', value: quantity(totals.accelerators) },
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
