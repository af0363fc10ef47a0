// Switches, hosts and modules: one row for those that are alike.
import {
  type Derivation,
  type DesignReport,
  type DeviceRow,
  printCount,
  printNumber,
  printQuantity,
} from '@lightloom/core';
import { type Block, type Cell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { asCode, between } from '../../blocks/rich.ts';
import { count, ofLimit, partName, quantity, shown } from './cells.ts';

/** Switches with power, heat, supplies, faceplate and density. */
export function switchTable({ devices }: DesignReport): Block[] {
  return table(
    [
      ...text('Type', 'Where'),
      ...number('Count'),
      ...text('Modules each'),
      ...number(
        'Power each',
        'Heat to liquid',
        'Heat to air',
        'Supply capacity',
        'Cages (of chip)',
        'Height',
        'Density',
      ),
    ],
    devices
      .filter(({ kind }) => kind === 'switch')
      .map((each) => [
        ...deviceCells(each),
        each.supplies === undefined ? '–' : quantity(each.supplies),
        each.panel === undefined ? quantity(each.cages) : ofLimit(each.cages, each.panel.capacity),
        heightCell(each.height),
        each.panel === undefined ? 'unknown' : quantity(each.panel.density),
      ]),
  );
}

/** Hosts with power, heat and cages. */
export function hostTable({ devices }: DesignReport): Block[] {
  return table(
    [
      ...text('Type', 'Where'),
      ...number('Count'),
      ...text('Modules each'),
      ...number('Power each', 'Heat to liquid', 'Heat to air', 'Cages', 'Height'),
    ],
    devices
      .filter(({ kind }) => kind === 'host')
      .map((each) => [...deviceCells(each), quantity(each.cages), heightCell(each.height)]),
  );
}

function deviceCells(each: DeviceRow): Cell[] {
  const modules = each.modules.map(({ module, count }) => `${printNumber(count)} × ${module.name}`);
  if (each.empty > 0) modules.push(printCount(each.empty, 'empty cage'));
  return [
    partName(each.part),
    between(each.where.map(asCode), ', '),
    count(each.count),
    modules.length === 0 ? 'no cages' : modules.join(', '),
    quantity(each.power),
    quantity(each.liquidHeat),
    quantity(each.airHeat),
  ];
}

/** A height in the rack unit it was written in. */
function heightCell(height: Derivation): Cell {
  return height.unit === undefined || Number.isNaN(height.value)
    ? quantity(height)
    : shown(height, printQuantity(height.value, 'length', height.unit));
}

/** Modules by type. */
export function moduleTable({ modules }: DesignReport): Block[] {
  return table(
    [...text('Type'), ...number('Count', 'Power each', 'Power of all')],
    modules.map((each) => [each.part.name, count(each.count), quantity(each.power), quantity(each.total)]),
  );
}
