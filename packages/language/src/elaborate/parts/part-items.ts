// Parts that properties name.
import type { Counted, Dimension, Part, PartKind, PartSpec, PartsSpec, PerPart, PerPartSpec } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { withArticle } from '../../problems/wording.ts';
import { describe } from '../scope/value.ts';
import { evaluate, isUndeclared } from '../values/evaluate.ts';
import { quantityOf } from './quantities.ts';
import { areTooMany, countOf, onlyItem, type Read, type Reading } from './reading.ts';

/** One part. */
export function readPart(reading: Reading, spec: PartSpec): Read {
  const item = onlyItem(reading);
  const part = partOf(reading, item?.value, spec.kind);
  return part === undefined ? undefined : { value: part };
}

/** The part that an expression names; undefined when it isn't one of that kind, which is reported. */
function partOf(reading: Reading, expression: ast.Expression | undefined, kind: PartKind): Part | undefined {
  const value = evaluate(reading.context, reading.scope, expression);
  if (value === undefined || expression === undefined || isUndeclared(value)) return undefined;
  const origin = reading.context.origin(expression);
  if (value.kind === 'type' && value.type.$type === 'TypeDeclaration') {
    const part = reading.parts.of(value.type);
    if (part === undefined || part.kind === kind) return part;
    reading.context.problem(
      'type/kind',
      origin,
      `\`${reading.property.name}\` takes ${withArticle(kind)} type; ${value.type.name} is ${withArticle(value.type.kind)} type.`,
    );
    return undefined;
  }
  reading.context.problem(
    'value/kind',
    origin,
    `\`${reading.property.name}\` takes ${withArticle(kind)} type, not ${describe(value)}.`,
  );
  return undefined;
}

/** Parts, each with a count. */
export function readParts(reading: Reading, spec: PartsSpec): Read {
  const found: Counted<PartKind>[] = [];
  for (const item of reading.property.items) {
    const named = item.counted ?? item.value;
    const part = partOf(reading, named, spec.kind);
    const count = item.counted === undefined ? 1 : countOf(reading, item.value);
    if (part === undefined || count === undefined) return undefined;
    found.push({ count, part, lowLoss: item.grade === 'low-loss', origin: reading.context.origin(item) });
  }
  return areTooMany(reading, found) ? undefined : { value: found };
}

/** Values by part, as the power on a kind of cage. */
export function readPerPart(reading: Reading, spec: PerPartSpec): Read {
  const rows: PerPart<Dimension, PartKind>[] = [];
  for (const item of reading.property.items) {
    const value = quantityOf(reading, item.value, spec.dimension);
    const part = item.on === undefined ? undefined : partOf(reading, item.on, spec.kind);
    if (value === undefined || (item.on !== undefined && part === undefined)) return undefined;
    rows.push({ value: value.value, part });
  }
  return { value: rows };
}
