// Figures as people read them.
import {
  type Derivation,
  onlyFact,
  type ProvenanceRow,
  printBounded,
  printNumber,
  printValue,
  type Requirement,
} from '@lightloom/core';
import type { Sources } from '../text/source-text.ts';

/** A quantity with its unit; of a sum with an unknown term, the part that is known. */
export function valueText(value: Derivation): string {
  if (!Number.isNaN(value.value)) return printValue(value);
  if (value.bounds !== undefined) {
    const { least, most } = value.bounds;
    const sides = [
      ...(least > 0 && Number.isFinite(least) ? [printBounded(value, 'least')] : []),
      ...(Number.isFinite(most) ? [printBounded(value, 'most')] : []),
    ];
    return sides.length === 0 ? 'unknown' : sides.join(', ');
  }
  return value.known > 0 ? `unknown, at least ${printValue(value, value.known)}` : 'unknown';
}

/** A ratio as the field writes it: `3 : 1`. */
export function ratioText(value: Derivation): string {
  return Number.isNaN(value.value) ? 'unknown' : `${printNumber(value.value)} : 1`;
}

/** Whether a requirement limits an oversubscription, which is written as a ratio. */
export function isOversubscription({ value }: Requirement): boolean {
  return onlyFact(value)?.fact === 'oversubscription';
}

/** A figure as it was written, without the name of its property. */
export function writtenValue({ origin, property }: ProvenanceRow, sources: Sources): string {
  const text = sources(origin.uri).slice(origin.start, origin.end).replace(/\s+/g, ' ').trim();
  return text.startsWith(property) ? text.slice(property.length).trim() : text;
}
