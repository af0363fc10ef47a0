// Conditions of `if`: whether one holds, as far as its values are known.
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { describe, type Value } from '../scope/value.ts';
import { evaluate, isUndeclared } from '../values/evaluate.ts';

/** Whether a condition holds; undefined when that can't be decided, which is reported. */
export function holds(context: Context, condition: ast.Condition, scope: Scope): boolean | undefined {
  let isUnknown = false;
  for (const choice of condition.choices) {
    const all = allHold(context, choice, scope);
    if (all === true) return true;
    if (all === undefined) isUnknown = true;
  }
  return isUnknown ? undefined : false;
}

function allHold(context: Context, choice: ast.AllOf, scope: Scope): boolean | undefined {
  let isUnknown = false;
  for (const comparison of choice.comparisons) {
    const result = compare(context, comparison, scope);
    if (result === false) return false;
    if (result === undefined) isUnknown = true;
  }
  return isUnknown ? undefined : true;
}

function compare(context: Context, node: ast.Comparison, scope: Scope): boolean | undefined {
  const left = evaluate(context, scope, node.left);
  const right = evaluate(context, scope, node.right);
  if (left === undefined || right === undefined || isUndeclared(left) || isUndeclared(right)) return undefined;
  const result = compared(node.relation, left, right);
  if (result === undefined)
    context.problem(
      'value/kind',
      context.origin(node),
      `\`${node.relation}\` can't compare ${describe(left)} with ${describe(right)}.`,
    );
  return result;
}

function compared(relation: ast.Relation, left: Value, right: Value): boolean | undefined {
  if (left.kind === 'type' && right.kind === 'type') return equality(relation, left.type === right.type);
  if (left.kind === 'text' && right.kind === 'text') return equality(relation, left.value === right.value);
  const numbers = left.kind === 'number' && right.kind === 'number';
  const quantities = left.kind === 'quantity' && right.kind === 'quantity' && left.dimension === right.dimension;
  if (!numbers && !quantities) return undefined;
  const [a, b] = [left.value as number, right.value as number];
  switch (relation) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return equality(relation, a === b);
  }
}

function equality(relation: ast.Relation, isEqual: boolean): boolean | undefined {
  return relation === '==' ? isEqual : relation === '!=' ? !isEqual : undefined;
}
