// From `1.5 kW` to a quantity.
import { findUnit, type Unit } from './unit.ts';

/** A number as it was written, with its unit. */
export interface Reading {
  /** In the canonical unit of `unit.dimension`. */
  readonly value: number;
  readonly unit: Unit;
  /** The number as written, before its unit. */
  readonly number: number;
}

/**
 * Reads a number with its unit, as in `400 W`, `0.35dB` or `80 Tbps/OU`.
 * @returns undefined when the text has no number or its unit is not in the table
 */
export function readQuantity(text: string): Reading | undefined {
  const match = /^\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(.*?)\s*$/.exec(text);
  if (match === null) return undefined;
  const unit = findUnit(match[2] as string);
  if (unit === undefined) return undefined;
  const number = Number(match[1]);
  return { value: number * unit.factor, unit, number };
}
