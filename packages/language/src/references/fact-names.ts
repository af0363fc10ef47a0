// Names of facts in expressions: `power(net)`, and `accelerators` alone, which is of the whole design.
import { type FactSpec, factsOfDesign, requirableFacts } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';

/** The fact of a name; undefined where there is none. */
export function factOf(name: string): FactSpec | undefined {
  return Object.hasOwn(requirableFacts, name) ? requirableFacts[name] : undefined;
}

/** The one name that an expression is, without indices; undefined for anything else. */
export function plainName(expression: ast.Expression | undefined): ast.Segment | undefined {
  if (expression?.$type !== 'Selector' || expression.channels !== undefined) return undefined;
  const [only, more] = expression.segments;
  return more === undefined && only?.$type === 'Segment' && only.dimensions.length === 0 ? only : undefined;
}

/** The name of a fact that is written without a subject, where nothing else has that name. */
export function bareFact(expression: ast.Expression | undefined): ast.Segment | undefined {
  const name = plainName(expression);
  if (name === undefined || name.named.ref !== undefined || factOf(name.named.$refText) === undefined) return undefined;
  return takesFact(expression) ? name : undefined;
}

/** Whether an expression is where a fact may be written. */
function takesFact(expression: ast.Expression | undefined): boolean {
  let around = expression?.$container;
  while (around?.$type === 'Binary') around = around.$container;
  return around?.$type === 'Require' || around?.$type === 'Let';
}

/** The facts that may be in the place of an expression without a subject; none where it takes no fact. */
export function factsFor(expression: ast.Expression | undefined): readonly string[] {
  return plainName(expression) !== undefined && takesFact(expression) ? factsOfDesign : [];
}

/**
 * Whether an expression depends on a fact, itself or through a `let`.
 * @param isSet whether a `let` has a value from outside, which depends on nothing
 */
export function dependsOnFact(
  expression: ast.Expression | undefined,
  isSet: (named: ast.Let) => boolean,
  seen = new Set<ast.Let>(),
): boolean {
  for (let each = expression; each !== undefined; ) {
    if (each.$type === 'FactCall' || bareFact(each) !== undefined) return true;
    if (each.$type === 'Binary') {
      if (dependsOnFact(each.right, isSet, seen)) return true;
      each = each.left;
      continue;
    }
    const named: ast.Named | undefined = plainName(each)?.named.ref;
    if (named?.$type !== 'Let' || seen.has(named) || isSet(named)) return false;
    seen.add(named);
    each = named.value;
  }
  return false;
}
