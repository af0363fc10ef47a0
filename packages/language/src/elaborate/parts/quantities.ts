// Quantities of properties: single ones, ranges, tables, and those of power supplies.
import {
  type CountedQuantity,
  type CountSpec,
  currencyOf,
  type Dimension,
  findUnit,
  type QuantitiesSpec,
  type Quantity,
  type QuantitySpec,
  type RangeSpec,
  type Supplies,
  type SuppliesSpec,
  shareUnits,
  type TableRow,
  type TableSpec,
  unitsOf,
  usualUnit,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { replacement } from '../../problems/problem.ts';
import { unitsText, withArticle } from '../../problems/wording.ts';
import { describe } from '../scope/value.ts';
import { evaluate, isUndeclared } from '../values/evaluate.ts';
import { temperatureMeant } from '../values/temperature-meant.ts';
import { areTooMany, countOf, onlyItem, type Read, type Reading, reportExtraItem } from './reading.ts';
import { redundancyIn } from './redundancy.ts';

/** Dimensions whose values can be negative. */
const signed: ReadonlySet<Dimension> = new Set(['temperature', 'optical power', 'angle']);

/** Dimensions whose values can't be zero: what is divided by them would have no limit, and nothing like it exists. */
const nonzero: ReadonlySet<Dimension> = new Set([
  'density',
  'specific heat',
  'symbol rate',
  'delay per length',
  'flow coefficient',
]);
/** Shares that can't be zero, by property, for the same reason. */
const nonzeroShares: ReadonlySet<string> = new Set(['efficiency']);

export function readQuantity(reading: Reading, spec: QuantitySpec): Read {
  const item = onlyItem(reading);
  if (item === undefined) return undefined;
  if (item.comparator !== undefined && item.comparator !== spec.bound) {
    const text =
      spec.bound === undefined
        ? `\`${reading.property.name}\` takes a value without \`${item.comparator}\`.`
        : `\`${reading.property.name}\` is a limit: it takes \`${spec.bound}\`, not \`${item.comparator}\`.`;
    reading.context.problem('value/kind', reading.context.origin(item), text);
    return undefined;
  }
  if (spec.auto === true && isAuto(item)) return { value: Number.NaN, unit: 'auto' };
  if (spec.share === true) {
    const value = evaluate(reading.context, reading.scope, item.value);
    if (value?.kind === 'quantity' && value.dimension === 'ratio' && value.value >= 0)
      return { value: value.value, unit: '%' };
  }
  return quantityOf(reading, item.value, spec.dimension, spec.usual);
}

/** A quantity of a dimension, in its canonical unit; undefined when it isn't one, which is reported. @param usual the unit to suggest */
export function quantityOf(
  reading: Reading,
  expression: ast.Expression | undefined,
  dimension: Dimension,
  usual = usualUnit(dimension),
): { value: Quantity; unit: string | undefined } | undefined {
  const value = evaluate(reading.context, reading.scope, expression);
  if (value === undefined || expression === undefined) return undefined;
  const origin = reading.context.origin(expression);
  const { name } = reading.property;
  if (value.kind === 'quantity' && shareUnits(value.dimension, dimension)) {
    if (value.value < 0 && !signed.has(dimension)) {
      reading.context.problem('value/negative', origin, `\`${name}\` can't be negative.`);
      return undefined;
    }
    if (value.value === 0 && (nonzero.has(dimension) || nonzeroShares.has(name))) {
      const help = `Give its value, or leave \`${name}\` out: then it is unknown.`;
      reading.context.problem('value/zero', origin, `\`${name}\` can't be zero.`, { help });
      return undefined;
    }
    // A share of another value, as slack of a length, may exceed the whole; a plain share can't.
    if (dimension === 'ratio' && value.value > 1) {
      const help = 'Give a share from 0 % to 100 %.';
      reading.context.problem('value/share', origin, `\`${name}\` is a share and can't exceed 100 %.`, { help });
      return undefined;
    }
    const farthest = name === 'latitude' ? 90 : 180;
    if (dimension === 'angle' && Math.abs(value.value) > farthest) {
      reading.context.problem('value/angle', origin, `\`${name}\` must be from -${farthest} ° to ${farthest} °.`);
      return undefined;
    }
    return { value: value.value as Quantity, unit: unitThatSays(value) };
  }
  if (isUndeclared(value)) return undefined;
  if (value.kind === 'number') {
    // Shares are often written as fractions of one.
    const suggested =
      dimension === 'ratio' && value.value <= 1 ? Number((value.value * 100).toPrecision(12)) : value.value;
    const units = [usual, ...unitsOf(dimension).flatMap((each) => (each.name === usual ? [] : [each.name]))];
    reading.context.problem('value/no-unit', origin, `\`${name}\` needs a unit: ${unitsText(dimension)}.`, {
      help: `For example, write \`${suggested} ${usual}\`.`,
      label: 'no unit',
      fixes: units.map((unit) => replacement([origin], `${suggested} ${unit}`)),
    });
    return undefined;
  }
  reading.context.problem(
    'value/dimension',
    origin,
    `\`${name}\` is ${withArticle(dimension)}, in ${unitsText(dimension)}; this is ${describe(value)}.`,
    { label: `not ${withArticle(dimension)}`, suggestion: temperatureMeant(value, expression, dimension) },
  );
  return undefined;
}

/** A whole number, or any from a least one on. */
export function readCount(reading: Reading, { from }: CountSpec): Read {
  const item = onlyItem(reading);
  const value = evaluate(reading.context, reading.scope, item?.value);
  if (item === undefined || value === undefined || isUndeclared(value)) return undefined;
  if (
    value.kind === 'number' &&
    (from === undefined ? Number.isInteger(value.value) && value.value >= 0 : value.value >= from)
  )
    return { value: value.value };
  const wanted = from === undefined ? 'a whole number' : `a number of at least ${from}`;
  reading.context.problem(
    'value/kind',
    reading.context.origin(item.value),
    `\`${reading.property.name}\` must be ${wanted}, not ${value.kind === 'number' ? value.value : describe(value)}.`,
  );
  return undefined;
}

/** Values by another quantity, as losses by wavelength. */
export function readTable(reading: Reading, spec: TableSpec): Read {
  const rows: TableRow<Dimension, Dimension>[] = [];
  let unit: string | undefined;
  for (const item of reading.property.items) {
    const value = quantityOf(reading, item.value, spec.dimension);
    const at = item.at === undefined ? undefined : quantityOf(reading, item.at, spec.at);
    if (value === undefined || (item.at !== undefined && at === undefined)) return undefined;
    if (rows.length > 0 && currencyOf(unit) !== currencyOf(value.unit)) {
      const text = `\`${reading.property.name}\` is in ${currencyOf(unit)} and in ${currencyOf(value.unit)}.`;
      reading.context.problem('value/kind', reading.context.origin(item), text, { help: 'Give all in one currency.' });
      return undefined;
    }
    unit = value.unit;
    rows.push({ value: value.value, at: at?.value });
  }
  return { value: rows, unit: currencyOf(unit) === undefined ? undefined : unit };
}

/** Quantities in order, each with a count, as `2 x 80 km, 60 km`. */
export function readQuantities(reading: Reading, spec: QuantitiesSpec): Read {
  const found: CountedQuantity[] = [];
  for (const item of reading.property.items) {
    const value = quantityOf(reading, item.counted ?? item.value, spec.dimension);
    const count = item.counted === undefined ? 1 : countOf(reading, item.value);
    if (value === undefined || count === undefined) return undefined;
    found.push({ count, value: value.value });
  }
  return areTooMany(reading, found) ? undefined : { value: found };
}

/** A range from one quantity to another. */
export function readRange(reading: Reading, spec: RangeSpec): Read {
  const item = onlyItem(reading);
  if (item === undefined) return undefined;
  const to = quantityOf(reading, item.upper ?? item.value, spec.dimension);
  const from = item.upper === undefined ? to : quantityOf(reading, item.value, spec.dimension);
  if (from === undefined || to === undefined) return undefined;
  if (from.value > to.value) {
    reading.context.problem(
      'value/range',
      reading.context.origin(item),
      `The range of \`${reading.property.name}\` is empty: its first value is above its last.`,
    );
    return undefined;
  }
  return { value: { from: from.value, to: to.value } };
}

/** Power supplies: how many, of which power, with which redundancy. */
export function readSupplies(reading: Reading, _spec: SuppliesSpec): Read {
  const [first, second, extra] = reading.property.items;
  if (first === undefined) return undefined;
  if (extra !== undefined) return reportExtraItem(reading, extra);
  const count = first.counted === undefined ? 1 : countOf(reading, first.value);
  const each = quantityOf(reading, first.counted ?? first.value, 'power');
  const redundancy = second === undefined ? undefined : redundancyIn(reading.context, second);
  if (count === undefined || each === undefined || (second !== undefined && redundancy === undefined)) return undefined;
  const value: Supplies = { count, each: each.value as Quantity<'power'>, redundancy };
  return { value };
}

/** The unit a value was written in, when it says more than the dimension does: a rack unit, a currency, days and longer. */
function unitThatSays({
  unit,
  dimension,
}: {
  readonly unit: string;
  readonly dimension: Dimension;
}): string | undefined {
  const isLong = dimension === 'time' && (findUnit(unit)?.factor ?? 0) >= 86_400;
  return unit === 'OU' || unit === 'RU' || isLong || currencyOf(unit) !== undefined ? unit : undefined;
}

/** Whether an item is the word `auto` and nothing else. */
function isAuto({ value, counted, upper, grade, at, on, comparator }: ast.Item): boolean {
  const more = [counted, upper, grade, at, on, comparator].some((each) => each !== undefined);
  if (more || value?.$type !== 'Selector' || value.channels !== undefined || value.segments.length !== 1) return false;
  const [only] = value.segments;
  return only?.$type === 'Segment' && only.dimensions.length === 0 && only.named.$refText === 'auto';
}
