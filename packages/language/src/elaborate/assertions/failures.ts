// Failures that a requirement must survive: `when 1 of spine[*] fails`.
import type { Failure } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { failingPart } from '../../references/points.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { allText } from '../selection/selector-text.ts';
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
  const [first, ...others] = node.of;
  if (first === undefined) return undefined;
  const text = allText(node.of);
  const named = node.of.map(failingPart).find((each) => each !== undefined);
  if (named !== undefined && others.length > 0) {
    context.problem(
      'selection/kind',
      context.origin(named.segment),
      `\`${named.parts}\` can't be listed with others.`,
      {
        help: `Write \`and any 1 of … fail\` for each.`,
      },
    );
    return undefined;
  }
  const of =
    others.length > 0
      ? selectors.all(node.of, scope, 'any')
      : selectors.one(named === undefined ? first : withoutLast(first, 1), scope);
  if (count === undefined || of === undefined) return undefined;
  if (count < 1) {
    context.problem(
      'value/kind',
      context.origin(node.count),
      `The number of failures of \`${text}\` is ${count}; it must be at least 1.`,
    );
    return undefined;
  }
  if (named !== undefined) return { count, of, parts: named.parts, text, origin: context.origin(node) };
  if (count > of.ids.length) {
    context.problem(
      'selection/nothing',
      context.origin(node),
      `${count} of \`${text}\` can't fail: there ${of.ids.length === 1 ? 'is only 1' : `are only ${of.ids.length}`}.`,
    );
    return undefined;
  }
  return { count, of, parts: undefined, text, origin: context.origin(node) };
}
