// Cables and their meters by type and class of length.
import { type CableRow, type DesignReport, printQuantity } from '@lightloom/core';
import { type Block, type Cell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { partName, quantity } from './cells.ts';

/** One row for cables of a type and construction within a class of lengths. */
export function cableTable({ cables }: DesignReport): Block[] {
  return table(
    [...text('Type', 'Construction'), ...number('Length', 'Cables', 'Length of all', 'Fibers × length')],
    cables.map((each) => [
      partName(each.part),
      each.construction === '' ? 'unknown' : each.construction,
      lengthCell(each),
      quantity(each.cables),
      quantity(each.length),
      each.fiberLength === undefined ? '–' : quantity(each.fiberLength),
    ]),
  );
}

function lengthCell({ upTo, over }: CableRow): Cell {
  if (Number.isNaN(upTo)) return { text: 'unknown', order: upTo, state: 'open' };
  const meters = (bound: number): string => printQuantity(bound, 'length');
  return { text: Number.isFinite(upTo) ? `to ${meters(upTo)}` : `over ${meters(over)}`, order: upTo };
}
