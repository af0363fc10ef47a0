// Cells that several tables of the report have.
import { type Derivation, type Part, printValue } from '@lightloom/core';
import { valueText } from '../../wording/value-text.ts';

/** The name of a part, `unknown` without one. */
export function partName(part: Part | undefined): string {
  return part?.name ?? 'unknown';
}

/** `60 m of 500 m`: a value of its limit, where the limit is known. */
export function valueOfLimit(value: Derivation, limit: Derivation): string {
  return Number.isNaN(limit.value) ? valueText(value) : `${valueText(value)} of ${printValue(limit)}`;
}
