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
      rows: [
        ['Accelerators', quantity(totals.accelerators)],
        ['Hosts', count(totals.hosts)],
        ['Switches', count(totals.switches)],
        ['Modules', quantity(totals.modules)],
        ['Links', quantity(totals.links)],
        ['Cables', quantity(totals.cables)],
        ['Fibers', quantity(totals.fibers)],
        ['Racks', count(totals.racks)],
        ['Power of all devices', quantity(totals.power)],
        ['– modules', quantity(totals.modulePower)],
        ['– typical', quantity(totals.typicalPower)],
        ...(totals.hall === undefined
          ? []
          : [[`Power of racks and CDU pumps${maximum}`, quantity(totals.hall['worst-case'].total)] as const]),
        ['Heat to liquid', quantity(totals.liquidHeat)],
        ['Heat to air', quantity(totals.airHeat)],
      ],
    },
  ];
}
