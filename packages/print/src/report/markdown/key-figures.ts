// The totals of a design in Markdown.
import { type DesignReport, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { valueText } from '../../wording/value-text.ts';

/** Counts, power and heat of the whole design. */
export function keyFigures({ totals, basis }: DesignReport): string {
  const maximum = basis === 'typical' ? ', maximum' : '';
  return markdownTable(
    [...text('Figure'), ...number('Value')],
    [
      ['Accelerators', valueText(totals.accelerators)],
      ['Hosts', printNumber(totals.hosts)],
      ['Switches', printNumber(totals.switches)],
      ['Modules', valueText(totals.modules)],
      ['Links', valueText(totals.links)],
      ['Cables', valueText(totals.cables)],
      ['Fibers', valueText(totals.fibers)],
      ['Racks', printNumber(totals.racks)],
      ['Power of all devices', valueText(totals.power)],
      ['– modules', valueText(totals.modulePower)],
      ['– typical', valueText(totals.typicalPower)],
      ...(totals.hall === undefined
        ? []
        : [[`Power of racks and CDU pumps${maximum}`, valueText(totals.hall['worst-case'].total)]]),
      ['Heat to liquid', valueText(totals.liquidHeat)],
      ['Heat to air', valueText(totals.airHeat)],
    ],
  );
}
