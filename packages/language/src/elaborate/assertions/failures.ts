// Failures that a requirement must survive: `when 1 of spine[*] fails`.
import type { Failure } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { failingPart } from '../../references/points.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import { wholeNumber } from '../values/evaluate.ts';
import { withoutLast } from './points.ts';

/** The failure that a requirement must survive; undefined when it is invalid, which is reported. */
export function failureOf(
  context: Context,
  selectors: Selectors,
  node: ast.Failure,
  scope: Scope,
): Failure | undefined {
  const count = wholeNumber(context, scope, node.count, 'The number of failures');
  const named = failingPart(node.of);
  const of = selectors.one(named === undefined ? node.of : withoutLast(node.of, 1), scope);
  if (count === undefined || of === undefined) return undefined;
  if (count < 1) {
    context.problem(
      'value/kind',
      context.origin(node.count),
      `The number of failures of \`${textOf(node.of)}\` is ${count}; it must be at least 1.`,
    );
    return undefined;
  }
  const text = textOf(node.of);
  if (named !== undefined) return { count, of, parts: named.parts, text, origin: context.origin(node) };
  if (count > of.ids.length) {
    context.problem(
      'selection/nothing',
      context.origin(node),
      `${count} of \`${textOf(node.of)}\` can't fail: there ${of.ids.length === 1 ? 'is only 1' : `are only ${of.ids.length}`}.`,
    );
    return undefined;
  }
  return { count, of, parts: undefined, text, origin: context.origin(node) };
}
