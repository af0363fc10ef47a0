// What the report's printers share: the report with where it is from, and values as they were written.
import {
  type Derivation,
  type DesignReport,
  type Origin,
  type ProvenanceRow,
  printBounded,
  printNumber,
  printValue,
} from '@lightloom/core';
import type { Sources } from './source.ts';
import type { Counts } from './summary.ts';

/** A report with the file it is of. */
export interface Reported {
  /** As it is shown. */
  readonly path: string;
  readonly counts: Counts;
  readonly report: DesignReport;
}

/** A figure as it was written, without the name of its property. */
export function writtenValue({ origin, property }: ProvenanceRow, sources: Sources): string {
  const text = sources(origin.uri).slice(origin.start, origin.end).replace(/\s+/g, ' ').trim();
  return text.startsWith(property) ? text.slice(property.length).trim() : text;
}

/** `examples/pod.fabric:42` */
export function lineOf(origin: Origin, sources: Sources): string {
  const source = sources(origin.uri);
  return `${source.path}:${source.position(origin.start).line + 1}`;
}

/** A quantity with its unit; of a sum that lacks a term, what is known. */
export function showValue(value: Derivation): string {
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
