// Quantities as a person would write them into a design: on the safe side of a figure, with as few digits as that takes.
import type { Dimension } from './dimension.ts';
import { printQuantity } from './print.ts';
import { findUnit } from './unit.ts';

/** Digits that a rounded figure has. */
const digits = 2;

/**
 * The next figure from a value on that a person would write: `360 L/min` for 354.
 * @param value in the canonical unit of `dimension`
 * @param inUnit the unit that is written so far
 */
export function atLeastText(value: number, dimension: Dimension | 'count', inUnit?: string): string {
  return roundedText(value, dimension, inUnit, Math.ceil);
}

/** The next figure down to a value: `0.96 dBm` for 0.969. */
export function atMostText(value: number, dimension: Dimension | 'count', inUnit?: string): string {
  return roundedText(value, dimension, inUnit, Math.floor);
}

function roundedText(
  value: number,
  dimension: Dimension | 'count',
  inUnit: string | undefined,
  round: (value: number) => number,
): string {
  const unit = dimension === 'count' ? undefined : findUnit(inUnit ?? usualUnitOf(value, dimension));
  const scaled = value / (unit?.factor ?? 1);
  const size = scaled === 0 ? 0 : Math.floor(Math.log10(Math.abs(scaled)) + 1e-9) + 1;
  const step = 10 ** Math.min(size - digits, dimension === 'temperature' ? 0 : 2);
  // A figure that went through arithmetic is a shade beside the one it was.
  const slack = round === Math.ceil ? -1e-9 : 1e-9;
  const rounded = Number((round(scaled / step + slack) * step).toPrecision(12));
  return unit === undefined ? `${rounded}` : `${rounded} ${unit.name}`;
}

/** The unit in which a quantity is printed. */
function usualUnitOf(value: number, dimension: Dimension): string {
  return printQuantity(value, dimension)
    .replace(/ \(.*$/, '')
    .replace(/^\S+ /, '');
}
