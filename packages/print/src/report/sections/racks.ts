// Racks and rows of racks.
import type { DesignReport } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { foldRows } from '../rows/fold-rows.ts';
import { count, partName, quantity, withinLimit } from './cells.ts';

/** One row for racks that are alike. */
export function rackTable({ racks }: DesignReport): Block[] {
  return table(
    [
      ...text('Racks', 'Type'),
      ...number('Devices each', 'Power each', 'Height used', 'Heat to liquid', 'Heat to air'),
      ...text('Loop'),
      ...number('Return'),
      ...text('Feeds'),
    ],
    foldRows(
      racks.map((each) => [
        nameRanges(each.racks),
        partName(each.part),
        count(each.devices),
        withinLimit(each.power, each.powerLimit),
        withinLimit(each.heightUsed, each.height),
        quantity(each.liquidHeat),
        quantity(each.airHeat),
        each.loop?.name ?? '–',
        each.loop === undefined ? '–' : quantity(each.returnTemperature),
        each.feeds.map(({ name }) => name).join(', ') || '–',
      ]),
    ),
  );
}

/** Bandwidth density of the rows of racks: per open rack unit, per EIA rack unit and per meter of row. */
export function rackRowTable({ rows }: DesignReport): Block[] {
  return table(
    [...number('Row', 'Racks', 'Switches', 'Front panels', 'Per OU', 'Per RU', 'Per meter of row')],
    rows.map(({ row, racks, switches, bandwidth, perHeight, perLength }) => [
      count(row),
      count(racks),
      count(switches),
      quantity(bandwidth),
      quantity({ ...perHeight, unit: 'Tbps/OU' }),
      quantity({ ...perHeight, unit: 'Tbps/RU' }),
      quantity(perLength),
    ]),
  );
}
