// Values of attributes. One that can't be read is an error: pdfkit draws nothing, silently, for what it doesn't know.
import type { SvgElement } from './svg-reader.ts';

type Attributes = SvgElement['attributes'];

/** A number; an error when it isn't given and has no default. */
export function numberOf(attributes: Attributes, name: string, otherwise?: number): number {
  const text = attributes[name];
  const number = text === undefined ? otherwise : Number(text);
  if (number === undefined) throw new Error(`${name} is missing`);
  if (!Number.isFinite(number)) throw new Error(`can't draw the ${name} ${text}`);
  return number;
}

/** One of the values an attribute can have. */
export function oneOf<T extends string>(value: string, values: readonly T[]): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Error(`can't draw the value ${value}`);
  return found;
}

/** A color as drawings have them, `#rrggbb`. */
export function colorOf(text: string): string {
  if (!/^#[0-9a-f]{6}$/.test(text)) throw new Error(`can't draw the color ${text}`);
  return text;
}
