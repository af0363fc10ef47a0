// Numbers and whole documents as other programs read them.
import { visibleJson } from '../shown/index.ts';

/** Rounded to twelve digits: floating-point noise would make equal designs give different files. */
export function jsonNumber(value: number): number {
  return Number(value.toPrecision(12));
}

/** A document as text, ending in a line break. */
export function jsonText(document: object): string {
  return `${visibleJson(JSON.stringify(document, undefined, 2))}\n`;
}
