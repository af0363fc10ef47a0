// Limits of requirements that are numbers: of the fact's dimension, or a share of the full value.
import { type FactExpression, type FactSpec, type NumberExpression, shareUnits, usualUnit } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { replacement } from '../../problems/problem.ts';
import { withArticle } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import { describe, unitsText, type Value } from '../scope/value.ts';
import { temperatureMeant } from '../values/temperature-meant.ts';

/** Whether a number can be the limit of a fact, which is reported where it can't. */
export function isLimitOf(
  context: Context,
  node: ast.Require,
  { fact: name, subject }: FactExpression,
  fact: FactSpec,
  limit: NumberExpression,
): boolean {
  const { origin, measure } = limit;
  const value: Value =
    measure === 'count'
      ? { kind: 'number', value: limit.value }
      : { kind: 'quantity', value: limit.value, dimension: measure, unit: limit.unit ?? usualUnit(measure) };
  if (node.ofFull && subject.ids.length > 1) {
    context.problem(
      'value/dimension',
      origin,
      `A share of the full value is of one network; \`${name}\` has several here.`,
    );
    return false;
  }
  if (node.ofFull) {
    if (fact.ofFull === true && measure === 'ratio') return true;
    const text =
      fact.ofFull === true
        ? `A share of the full value must be in %, not ${describe(value)}.`
        : `\`${name}\` has no full value to compare with.`;
    context.problem('value/dimension', origin, text);
    return false;
  }
  if (measure !== 'count' && fact.dimension !== 'count' && shareUnits(measure, fact.dimension)) return true;
  if (measure === 'count' && fact.bare === true) return true;
  if (fact.dimension === 'count') {
    context.problem('value/dimension', origin, `\`${name}\` is a number without a unit; this is ${describe(value)}.`);
    return false;
  }
  const unit = unitsText(fact.dimension);
  if (measure === 'count')
    context.problem('value/no-unit', origin, `\`${name}\` needs a unit: ${unit}.`, {
      help: `For example, write \`${limit.value} ${usualUnit(fact.dimension)}\`.`,
      fixes: [replacement([origin], `${limit.value} ${usualUnit(fact.dimension)}`)],
    });
  else
    context.problem(
      'value/dimension',
      origin,
      `\`${name}\` is ${withArticle(fact.dimension)}, in ${unit}; this is ${describe(value)}.`,
      { suggestion: temperatureMeant(value, node.limit, fact.dimension) },
    );
  return false;
}
