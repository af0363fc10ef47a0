// What it takes to read the items of a property, and what all readers share.
import { maxCounted } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { describe } from '../scope/value.ts';
import type { Selectors } from '../selection/selectors.ts';
import { evaluate, isUndeclared } from '../values/evaluate.ts';
import type { Parts } from './parts.ts';

/** What a reader needs to read a property. */
export interface Reading {
  readonly context: Context;
  readonly parts: Parts;
  readonly selectors: Selectors;
  readonly scope: Scope;
  readonly property: ast.Property;
}

/** A value that was read, and the unit it is printed in; undefined when it is invalid, which is reported. */
export type Read = { readonly value: unknown; readonly unit?: string | undefined } | undefined;

/** The only item of a property; undefined when there are more, which is reported, or none. */
export function onlyItem(reading: Reading): ast.Item | undefined {
  const [first, second] = reading.property.items;
  return second === undefined ? first : reportExtraItem(reading, second);
}

/** Reports an item beyond those a property takes. */
export function reportExtraItem({ context, property }: Reading, item: ast.Item): undefined {
  context.problem('value/kind', context.origin(item), `\`${property.name}\` takes one value.`);
  return undefined;
}

/** The count before a part or a word, as `2` of `2 x LC`. */
export function countOf({ context, scope }: Reading, expression: ast.Expression): number | undefined {
  const value = evaluate(context, scope, expression);
  if (value === undefined || isUndeclared(value)) return undefined;
  if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0)
    return context.exceeds(expression, value.value, maxCounted, 'items') ? undefined : value.value;
  context.problem('value/kind', context.origin(expression), `A count must be a whole number, not ${describe(value)}.`);
  return undefined;
}

/** Whether the items of a property are too many in all, each as often as it counts; that is reported. */
export function areTooMany({ context, property }: Reading, items: readonly { readonly count: number }[]): boolean {
  const all = items.reduce((sum, { count }) => sum + count, 0);
  return context.exceeds(property, all, maxCounted, 'items');
}
