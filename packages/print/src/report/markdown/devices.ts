// Switches, hosts and modules in Markdown: one row for those that are alike.
import {
  type Derivation,
  type DesignReport,
  type DeviceRow,
  printCount,
  printNumber,
  printQuantity,
} from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, joined, type Markdown } from '../../shown/index.ts';
import { valueText } from '../../wording/value-text.ts';
import { partName, valueOfLimit } from './cells.ts';

/** Switches with power, heat, supplies, faceplate and density. */
export function switchTable({ devices }: DesignReport): string {
  return markdownTable(
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
        each.supplies === undefined ? '–' : valueText(each.supplies),
        each.panel === undefined ? valueText(each.cages) : valueOfLimit(each.cages, each.panel.capacity),
        heightText(each.height),
        each.panel === undefined ? 'unknown' : valueText(each.panel.density),
      ]),
  );
}

/** Hosts with power, heat and cages. */
export function hostTable({ devices }: DesignReport): string {
  return markdownTable(
    [
      ...text('Type', 'Where'),
      ...number('Count'),
      ...text('Modules each'),
      ...number('Power each', 'Heat to liquid', 'Heat to air', 'Cages', 'Height'),
    ],
    devices
      .filter(({ kind }) => kind === 'host')
      .map((each) => [...deviceCells(each), valueText(each.cages), heightText(each.height)]),
  );
}

function deviceCells(each: DeviceRow): (string | Markdown)[] {
  const modules = each.modules.map(({ module, count }) => `${printNumber(count)} × ${module.name}`);
  if (each.empty > 0) modules.push(printCount(each.empty, 'empty cage'));
  return [
    partName(each.part),
    joined(each.where.map(code), ', '),
    printNumber(each.count),
    modules.length === 0 ? 'no cages' : modules.join(', '),
    valueText(each.power),
    valueText(each.liquidHeat),
    valueText(each.airHeat),
  ];
}

/** A height in the rack unit it was written in. */
function heightText(height: Derivation): string {
  return height.unit === undefined || Number.isNaN(height.value)
    ? valueText(height)
    : printQuantity(height.value, 'length', height.unit);
}

/** Modules by type. */
export function moduleTable({ modules }: DesignReport): string {
  return markdownTable(
    [...text('Type'), ...number('Count', 'Power each', 'Power of all')],
    modules.map(({ part, count, power, total }) => [part.name, printNumber(count), valueText(power), valueText(total)]),
  );
}
