// The items of a property's value, by the shape the catalogue gives it.
import {
  type Counted,
  type CountedWord,
  type CountSpec,
  type Dimension,
  maxCounted,
  type Part,
  type PartKind,
  type PartSpec,
  type PartsSpec,
  type PerPart,
  type PerPartSpec,
  type Quantity,
  type QuantitySpec,
  type RangeSpec,
  type Selected,
  type SelectionSpec,
  type Supplies,
  type SuppliesSpec,
  shareUnits,
  type TableRow,
  type TableSpec,
  type TextSpec,
  unitsOf,
  usualUnit,
  type ValueSpec,
  type WordSpec,
  type WordsSpec,
} from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { closest } from '../parse/index.ts';
import { replacement } from '../problems/problems.ts';
import type { Context } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Parts } from './parts.ts';
import { isRedundancy, leavesSome, redundancyIn } from './redundancy.ts';
import type { Scope } from './scope.ts';
import type { Selectors } from './selectors.ts';
import { article, describe, rackUnitName, unitsText, type Value } from './value.ts';

/** What a reader needs to read a property. */
export interface ReadContext {
  readonly context: Context;
  readonly parts: Parts;
  readonly selectors: Selectors;
  readonly scope: Scope;
  readonly property: ast.Property;
}

/** A value that was read; undefined when it makes no sense, which is told. */
export type Read = { readonly value: unknown; readonly unit?: string | undefined } | undefined;

type Reader<S> = (reading: ReadContext, spec: S) => Read;

/** A reader for each shape of value. */
export const itemReaders: { readonly [T in ValueSpec['type']]: Reader<Extract<ValueSpec, { type: T }>> } = {
  quantity: readQuantityItem,
  count: readCount,
  word: readWord,
  words: readWords,
  text: readText,
  part: readPart,
  parts: readParts,
  table: readTable,
  'per part': readPerPart,
  range: readRange,
  supplies: readSupplies,
  selection: readSelection,
};

/** Dimensions of which there can be less than nothing. */
const signed: ReadonlySet<Dimension> = new Set(['temperature', 'optical power']);

function readQuantityItem(reading: ReadContext, spec: QuantitySpec): Read {
  const item = only(reading);
  if (item === undefined) return undefined;
  if (item.comparator !== undefined && item.comparator !== spec.bound) {
    const text =
      spec.bound === undefined
        ? `\`${reading.property.name}\` is a value and takes no comparison.`
        : `\`${reading.property.name}\` is a limit: \`${spec.bound}\`.`;
    reading.context.problem('value/kind', reading.context.origin(item), text);
    return undefined;
  }
  if (spec.auto === true && item.$cstNode?.text === 'auto') return { value: Number.NaN, unit: 'auto' };
  if (spec.share === true) {
    const value = evaluate(reading.context, reading.scope, item.value);
    if (value?.kind === 'quantity' && value.dimension === 'ratio' && value.value >= 0)
      return { value: value.value, unit: '%' };
  }
  return quantityOf(reading, item.value, spec.dimension);
}

/** A quantity of a dimension. */
function quantityOf(
  reading: ReadContext,
  expression: ast.Expression | undefined,
  dimension: Dimension,
): { value: Quantity; unit: string | undefined } | undefined {
  const value = evaluate(reading.context, reading.scope, expression);
  if (value === undefined || expression === undefined) return undefined;
  const origin = reading.context.origin(expression);
  const { name } = reading.property;
  if (value.kind === 'quantity' && shareUnits(value.dimension, dimension)) {
    if (value.value < 0 && !signed.has(dimension)) {
      reading.context.problem('value/negative', origin, `\`${name}\` can’t be less than nothing.`);
      return undefined;
    }
    // A share of a length may be more than the whole, as slack; what is a share and nothing else can't.
    if (dimension === 'ratio' && value.value > 1) {
      const help = 'Give a share from 0 % to 100 %.';
      reading.context.problem('value/share', origin, `\`${name}\` is a share and can’t be more than 100 %.`, { help });
      return undefined;
    }
    return { value: value.value as Quantity, unit: rackUnitName(value.unit) };
  }
  if (isUndeclared(value)) return undefined;
  if (value.kind === 'number') {
    const usual = usualUnit(dimension);
    // Shares are often written as fractions of one.
    const meant = dimension === 'ratio' && value.value <= 1 ? Number((value.value * 100).toPrecision(12)) : value.value;
    const units = [usual, ...unitsOf(dimension).flatMap((each) => (each.name === usual ? [] : [each.name]))];
    reading.context.problem(
      'value/no-unit',
      origin,
      `\`${name}\` is ${article(dimension)} ${dimension} and needs its unit: ${unitsText(dimension)}.`,
      {
        help: `Write \`${meant} ${usual}\` if that is meant.`,
        label: 'no unit',
        fixes: units.map((unit) => replacement([origin], `${meant} ${unit}`)),
      },
    );
    return undefined;
  }
  const written = value.kind === 'quantity' ? `${describe(value)}` : describe(value);
  reading.context.problem(
    'value/dimension',
    origin,
    `\`${name}\` is ${article(dimension)} ${dimension}, in ${unitsText(dimension)}; this is ${written}.`,
    { label: `not a ${dimension}` },
  );
  return undefined;
}

function readCount(reading: ReadContext, _spec: CountSpec): Read {
  const item = only(reading);
  const value = evaluate(reading.context, reading.scope, item?.value);
  if (item === undefined || value === undefined || isUndeclared(value)) return undefined;
  if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0) return { value: value.value };
  reading.context.problem(
    'value/kind',
    reading.context.origin(item.value),
    `\`${reading.property.name}\` is a whole number, not ${value.kind === 'number' ? value.value : describe(value)}.`,
  );
  return undefined;
}

function readWord(reading: ReadContext, spec: WordSpec): Read {
  const item = only(reading);
  const value = item === undefined ? undefined : wordIn(reading, spec, item, item.value);
  return value === undefined ? undefined : { value };
}

function readWords(reading: ReadContext, spec: WordsSpec): Read {
  const found: CountedWord[] = [];
  for (const item of reading.property.items) {
    const word = wordIn(reading, spec, item, item.counted ?? item.value);
    const count = item.counted === undefined ? 1 : countOf(reading, item.value);
    if (word === undefined || count === undefined) return undefined;
    found.push({ count, word, origin: reading.context.origin(item) });
  }
  return { value: found };
}

/** The word of a closed list that an expression is; tells when it is none. */
function wordIn(
  reading: ReadContext,
  spec: WordSpec | WordsSpec,
  item: ast.Item,
  expression: ast.Expression | undefined,
): string | undefined {
  const text = wordsOf(expression);
  const found = spec.words.find((each) => each === text || each.replace(/\s/g, '') === text?.replace(/\s/g, ''));
  if (found !== undefined) return found;
  const near = text === undefined ? undefined : closest(text, spec.words);
  const choices = spec.words.map((each) => `\`${each}\``).join(', ');
  reading.context.problem(
    'value/word',
    reading.context.origin(item),
    `\`${reading.property.name}\` is one of ${choices}.`,
    { meant: near },
  );
  return undefined;
}

/** A word as written: a name, or a text where the word holds spaces. */
function wordsOf(expression: ast.Expression | undefined): string | undefined {
  if (expression?.$type === 'Text') return expression.value;
  return expression?.$cstNode?.text;
}

function readText(reading: ReadContext, _spec: TextSpec): Read {
  const item = only(reading);
  const value = evaluate(reading.context, reading.scope, item?.value);
  if (item === undefined || value === undefined) return undefined;
  if (value.kind === 'text') return { value: value.value };
  reading.context.problem(
    'value/kind',
    reading.context.origin(item),
    `\`${reading.property.name}\` is a text in quotes, not ${describe(value)}.`,
  );
  return undefined;
}

function readPart(reading: ReadContext, spec: PartSpec): Read {
  const item = only(reading);
  const part = partOf(reading, item?.value, spec.kind);
  return part === undefined ? undefined : { value: part };
}

/** The part an expression names. */
function partOf(reading: ReadContext, expression: ast.Expression | undefined, kind: PartKind): Part | undefined {
  const value = evaluate(reading.context, reading.scope, expression);
  if (value === undefined || expression === undefined || isUndeclared(value)) return undefined;
  const origin = reading.context.origin(expression);
  if (value.kind === 'type' && value.type.$type === 'TypeDeclaration') {
    const part = reading.parts.of(value.type);
    if (part === undefined || part.kind === kind) return part;
    reading.context.problem(
      'type/kind',
      origin,
      `\`${reading.property.name}\` takes a part of kind ${kind}; ${value.type.name} is of kind ${value.type.kind}.`,
    );
    return undefined;
  }
  reading.context.problem(
    'value/kind',
    origin,
    `\`${reading.property.name}\` takes a part of kind ${kind}, not ${describe(value)}.`,
  );
  return undefined;
}

function readParts(reading: ReadContext, spec: PartsSpec): Read {
  const found: Counted<PartKind>[] = [];
  for (const item of reading.property.items) {
    const named = item.counted ?? item.value;
    const part = partOf(reading, named, spec.kind);
    const count = item.counted === undefined ? 1 : countOf(reading, item.value);
    if (part === undefined || count === undefined) return undefined;
    found.push({ count, part, lowLoss: item.grade === 'low-loss', origin: reading.context.origin(item) });
  }
  return { value: found };
}

function countOf(reading: ReadContext, expression: ast.Expression): number | undefined {
  const value = evaluate(reading.context, reading.scope, expression);
  if (value === undefined || isUndeclared(value)) return undefined;
  if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0)
    return reading.context.isTooMany(expression, value.value, maxCounted) ? undefined : value.value;
  reading.context.problem(
    'value/kind',
    reading.context.origin(expression),
    `How many there are is a whole number, not ${describe(value)}.`,
  );
  return undefined;
}

function readTable(reading: ReadContext, spec: TableSpec): Read {
  const rows: TableRow<Dimension, Dimension>[] = [];
  for (const item of reading.property.items) {
    const value = quantityOf(reading, item.value, spec.dimension);
    const at = item.at === undefined ? undefined : quantityOf(reading, item.at, spec.at);
    if (value === undefined || (item.at !== undefined && at === undefined)) return undefined;
    rows.push({ value: value.value, at: at?.value });
  }
  return { value: rows };
}

function readPerPart(reading: ReadContext, spec: PerPartSpec): Read {
  const rows: PerPart<Dimension, PartKind>[] = [];
  for (const item of reading.property.items) {
    const value = quantityOf(reading, item.value, spec.dimension);
    const part = item.on === undefined ? undefined : partOf(reading, item.on, spec.kind);
    if (value === undefined || (item.on !== undefined && part === undefined)) return undefined;
    rows.push({ value: value.value, part });
  }
  return { value: rows };
}

function readRange(reading: ReadContext, spec: RangeSpec): Read {
  const item = only(reading);
  if (item === undefined) return undefined;
  const to = quantityOf(reading, item.upper ?? item.value, spec.dimension);
  const from = item.upper === undefined ? to : quantityOf(reading, item.value, spec.dimension);
  if (from === undefined || to === undefined) return undefined;
  if (from.value > to.value) {
    reading.context.problem(
      'value/range',
      reading.context.origin(item),
      `\`${reading.property.name}\` runs from the smaller to the larger value.`,
    );
    return undefined;
  }
  return { value: { from: from.value, to: to.value } };
}

function readSupplies(reading: ReadContext, _spec: SuppliesSpec): Read {
  const [first, second, extra] = reading.property.items;
  if (first === undefined) return undefined;
  if (extra !== undefined) return tooMany(reading, extra);
  const count = first.counted === undefined ? 1 : countOf(reading, first.value);
  const each = quantityOf(reading, first.counted ?? first.value, 'power');
  const redundancy = second === undefined ? undefined : redundancyIn(reading.context, second);
  if (count === undefined || each === undefined || (second !== undefined && redundancy === undefined)) return undefined;
  const value: Supplies = { count, each: each.value as Quantity<'power'>, redundancy };
  return { value };
}

/** What can be written where things of several families fit. */
const examples: Readonly<Partial<Record<SelectionSpec['of'], string>>> = {
  any: 'leaf[*]',
  group: 'su[*]',
  'group or device': 'leaf',
};

function readSelection(reading: ReadContext, spec: SelectionSpec): Read {
  const items = [...reading.property.items];
  const last = items.at(-1);
  const spares = spec.redundancy === true && last !== undefined && items.length > 1 && isRedundancy(last, spec.of);
  const redundancy = spares ? redundancyIn(reading.context, last) : undefined;
  if (spares && redundancy === undefined) return undefined;
  if (spares) items.pop();
  const selectors: ast.Selector[] = [];
  for (const item of items) {
    if (item.value?.$type !== 'Selector' || item.counted !== undefined) {
      reading.context.problem(
        'value/kind',
        reading.context.origin(item),
        `\`${reading.property.name}\` names what is installed, as \`${examples[spec.of] ?? spec.of}\`.`,
      );
      return undefined;
    }
    selectors.push(item.value);
  }
  const selection = reading.selectors.all(selectors, reading.scope, spec.of);
  if (selection === undefined) return undefined;
  const count = selection.ids.length;
  // Of CDUs it is judged by a rule; feeds that all may fail can't be meant.
  if (spec.of === 'feed' && last !== undefined && redundancy !== undefined && !leavesSome(redundancy, count)) {
    const feeds = count === 1 ? 'one feed' : `${count} feeds`;
    const text = `Of ${feeds}, \`${(last.$cstNode?.text ?? '').trim()}\` leaves none.`;
    reading.context.problem('value/kind', reading.context.origin(last), text);
    return undefined;
  }
  const value: Selected = { selection, redundancy };
  return { value };
}

function only(reading: ReadContext): ast.Item | undefined {
  const [first, second] = reading.property.items;
  return second === undefined ? first : (tooMany(reading, second) as undefined);
}

function tooMany(reading: ReadContext, item: ast.Item): undefined {
  reading.context.problem('value/kind', reading.context.origin(item), `\`${reading.property.name}\` takes one value.`);
  return undefined;
}

/** Names nobody knows are told where names are checked. */
function isUndeclared(value: Value): boolean {
  if (value.kind !== 'name') return false;
  const first = value.selector.segments[0];
  return first?.$type === 'Segment' && first.named.ref === undefined;
}
