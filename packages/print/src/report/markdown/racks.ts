// Racks and rows of racks in Markdown.
import { type DesignReport, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { valueText } from '../../wording/value-text.ts';
import { partName, valueOfLimit } from './cells.ts';

/** One row for racks that are alike. */
export function rackTable({ racks }: DesignReport): string {
  return markdownTable(
    [
      ...text('Racks', 'Type'),
      ...number('Devices each', 'Power each', 'Height used', 'Heat to liquid', 'Heat to air'),
      ...text('Loop'),
      ...number('Return'),
      ...text('Feeds'),
    ],
    racks.map((each) => [
      nameRanges(each.racks),
      partName(each.part),
      printNumber(each.devices),
      valueOfLimit(each.power, each.powerLimit),
      valueOfLimit(each.heightUsed, each.height),
      valueText(each.liquidHeat),
      valueText(each.airHeat),
      each.loop?.name ?? '–',
      each.loop === undefined ? '–' : valueText(each.returnTemperature),
      each.feeds.map(({ name }) => name).join(', ') || '–',
    ]),
  );
}

/** Bandwidth density of the rows of racks: per open rack unit, per EIA rack unit and per meter of row. */
export function rackRowTable({ rows }: DesignReport): string {
  return markdownTable(
    [...number('Row', 'Racks', 'Switches', 'Front panels', 'Per OU', 'Per RU', 'Per meter of row')],
    rows.map(({ row, racks, switches, bandwidth, perHeight, perLength }) => [
      printNumber(row),
      printNumber(racks),
      printNumber(switches),
      valueText(bandwidth),
      valueText({ ...perHeight, unit: 'Tbps/OU' }),
      valueText({ ...perHeight, unit: 'Tbps/RU' }),
      valueText(perLength),
    ]),
  );
}
