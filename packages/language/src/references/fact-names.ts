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

/** Says whether an expression depends on a fact, itself or through a `let`. */
export type FactDependence = (expression: ast.Expression | undefined) => boolean;

/**
 * Looks at each `let` once, however many expressions lead to it.
 * @param isSet whether a `let` has a value from outside, which depends on nothing
 */
export function factDependence(isSet: (named: ast.Let) => boolean = () => false): FactDependence {
  const known = new Map<ast.Let, boolean>();
  const resolve = (asked: readonly ast.Let[]): void => {
    const users = new Map<ast.Let, ast.Let[]>();
    const dependent: ast.Let[] = [];
    const found = [...asked];
    for (const each of found) {
      if (known.has(each)) continue;
      known.set(each, false);
      const { hasFact, named } = namesIn(each.value, isSet);
      if (hasFact) dependent.push(each);
      for (const other of named) {
        if (known.get(other) === true) dependent.push(each);
        users.set(other, [...(users.get(other) ?? []), each]);
        found.push(other);
      }
    }
    for (const each of dependent) {
      if (known.get(each) === true) continue;
      known.set(each, true);
      dependent.push(...(users.get(each) ?? []));
    }
  };
  return (expression) => {
    const { hasFact, named } = namesIn(expression, isSet);
    if (hasFact) return true;
    resolve(named);
    return named.some((each) => known.get(each));
  };
}

/** What an expression names: each `let` without a value from outside, and whether there is a fact. */
function namesIn(
  expression: ast.Expression | undefined,
  isSet: (named: ast.Let) => boolean,
): { readonly hasFact: boolean; readonly named: readonly ast.Let[] } {
  const named = new Set<ast.Let>();
  // A sum is nested as deep as it is long.
  const open = [expression];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.$type === 'FactCall' || bareFact(each) !== undefined) return { hasFact: true, named: [] };
    if (each.$type === 'Binary') {
      if (each.right !== undefined) open.push(each.right);
      if (each.left !== undefined) open.push(each.left);
      continue;
    }
    const one: ast.Named | undefined = plainName(each)?.named.ref;
    if (one?.$type === 'Let' && !isSet(one)) named.add(one);
  }
  return { hasFact: false, named: [...named] };
}
