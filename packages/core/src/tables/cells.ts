// Cells that tables share.
import { unknownText } from '../units/index.ts';
import type { Cell } from './table.ts';

/** A number as it is, or `unknown`. */
export function numberCell(value: number): Cell {
  return Number.isNaN(value) ? unknownText : value;
}

/**
 * A quantity as a number of a unit, rounded.
 * @param unit in the canonical unit
 */
export function inUnit(value: number, unit: number, digits: number): Cell {
  return Number.isNaN(value) ? unknownText : Number((value / unit).toFixed(digits));
}
