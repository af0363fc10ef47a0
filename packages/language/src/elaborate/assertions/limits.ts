// Limits of requirements: a quantity of the fact's dimension, or a share of the full value.
import { type FactSpec, shareUnits, usualUnit } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { replacement } from '../../problems/problem.ts';
import { withArticle } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { describe, unitsText } from '../scope/value.ts';
import { evaluate } from '../values/evaluate.ts';
import { temperatureMeant } from '../values/temperature-meant.ts';

/** A limit in the canonical unit of its dimension, and the unit it was written in. */
export interface Limit {
  readonly value: number;
  readonly unit?: string;
}

/** The limit of a requirement, in the canonical unit of its fact; undefined when it is invalid, which is reported. */
export function limitOf(context: Context, node: ast.Require, fact: FactSpec, scope: Scope): Limit | undefined {
  const value = evaluate(context, scope, node.limit);
  if (value === undefined) return undefined;
  const origin = context.origin(node.limit);
  if (node.ofFull) {
    if (fact.ofFull === true && value.kind === 'quantity' && value.dimension === 'ratio') return value;
    const text =
      fact.ofFull === true
        ? `A share of the full value must be in %, not ${describe(value)}.`
        : `\`${node.fact}\` has no full value to compare with.`;
    context.problem('value/dimension', origin, text);
    return undefined;
  }
  if (value.kind === 'quantity' && fact.dimension !== 'count' && shareUnits(value.dimension, fact.dimension))
    return value;
  if (value.kind === 'number' && fact.bare === true) return { value: value.value };
  if (fact.dimension === 'count') {
    context.problem(
      'value/dimension',
      origin,
      `\`${node.fact}\` is a number without a unit; this is ${describe(value)}.`,
    );
    return undefined;
  }
  const unit = unitsText(fact.dimension);
  if (value.kind === 'number')
    context.problem('value/no-unit', origin, `\`${node.fact}\` needs a unit: ${unit}.`, {
      help: `For example, write \`${value.value} ${usualUnit(fact.dimension)}\`.`,
      fixes: [replacement([origin], `${value.value} ${usualUnit(fact.dimension)}`)],
    });
  else
    context.problem(
      'value/dimension',
      origin,
      `\`${node.fact}\` is ${withArticle(fact.dimension)}, in ${unit}; this is ${describe(value)}.`,
      { suggestion: temperatureMeant(value, node.limit, fact.dimension) },
    );
  return undefined;
}
