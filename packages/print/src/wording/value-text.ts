// Figures as people read them.
import { type Derivation, type ProvenanceRow, printBounded, printNumber, printValue } from '@lightloom/core';
import type { Sources } from '../text/source-text.ts';

/** A quantity with its unit; of a sum with an unknown term, the part that is known. */
export function valueText(value: Derivation): string {
  if (!Number.isNaN(value.value)) return printValue(value);
  if (value.bounds !== undefined) {
    const [least, most] = [printBounded(value, 'least'), printBounded(value, 'most')];
    return value.bounds.least > 0 ? `${least}, ${most}` : most;
  }
  return value.known > 0 ? `unknown, at least ${printValue(value, value.known)}` : 'unknown';
}

/** A ratio as the field writes it: `3 : 1`. */
export function ratioText(value: Derivation): string {
  return Number.isNaN(value.value) ? 'unknown' : `${printNumber(value.value)} : 1`;
}

/** A figure as it was written, without the name of its property. */
export function writtenValue({ origin, property }: ProvenanceRow, sources: Sources): string {
  const text = sources(origin.uri).slice(origin.start, origin.end).replace(/\s+/g, ' ').trim();
  return text.startsWith(property) ? text.slice(property.length).trim() : text;
}
