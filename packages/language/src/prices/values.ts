// The values in the cells of a price book.
import { currencyOf, type Quantity, readQuantity, unitsOf } from '@lightloom/core';
import { alternatives } from '../problems/wording.ts';
import type { CsvCell } from './csv.ts';

/** A value, or what is wrong with the text. */
export type Read<T> = { readonly value: T } | { readonly problem: string; readonly help?: string };

/** A quantity with the unit it was written in. */
interface Written<Q> {
  readonly value: Q;
  readonly unit: string;
}

/** Signs that a spreadsheet starts a formula with; a cell that is exported has an apostrophe before them. */
const guarded = /^'(?=\s*[=+\-@])/;

/** The text of a cell as it was before it was exported. */
export function plainText({ text }: CsvCell): string {
  const trimmed = text.trim();
  return trimmed === 'unknown' ? '' : trimmed.replace(guarded, '');
}

/** `1200` with a currency of its own column, or `1200 USD`. */
export function priceIn(text: string, currency: string | undefined): Read<Written<Quantity<'money'>>> {
  const [, number, own = currency] = /^([0-9]+(?:\.[0-9]+)?)(?:\s*([A-Za-z]{3}))?$/.exec(text) ?? [];
  if (number === undefined)
    return {
      problem: `\`${text}\` isn't a price.`,
      help: 'Write digits with a point and no separators of thousands, such as 1234.50.',
    };
  if (own === undefined)
    return { problem: `The price ${number} has no currency.`, help: `Add a column \`currency\` with ${currencies()}.` };
  const unit = own.toUpperCase();
  if (currencyOf(unit) === undefined) return { problem: `\`${own}\` isn't a currency.`, help: `Use ${currencies()}.` };
  if (currency !== undefined && currency.toUpperCase() !== unit)
    return { problem: `The price is in ${unit}, and its line says ${currency}.`, help: 'Give one currency.' };
  return { value: { value: Number(number) as Quantity<'money'>, unit } };
}

function currencies(): string {
  return alternatives(unitsOf('money').map(({ name }) => name));
}

/** A length in m: `30`, or with a unit. */
export function lengthIn(text: string): Read<number> {
  const read = readQuantity(/^[0-9.]+$/.test(text) ? `${text} m` : text);
  return read?.unit.dimension === 'length' && read.value > 0
    ? { value: read.value }
    : { problem: `\`${text}\` isn't a length.`, help: 'Write it in m, such as 30 or 1.5.' };
}

/** `16 weeks` */
export function leadTimeIn(text: string): Read<Written<Quantity<'time'>>> {
  const read = readQuantity(text);
  return read?.unit.dimension === 'time' && read.value >= 0
    ? { value: { value: read.value as Quantity<'time'>, unit: read.unit.name } }
    : { problem: `\`${text}\` isn't a lead time.`, help: 'Write it with its unit, such as 16 weeks or 90 days.' };
}

/** `2026-11-30`, as ISO 8601 writes a day. */
export function dateIn(text: string): Read<string> {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
    ? { value: text }
    : { problem: `\`${text}\` isn't a date.`, help: 'Write year, month and day, such as 2026-11-30.' };
}
