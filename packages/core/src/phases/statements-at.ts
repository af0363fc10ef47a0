// What an author says about a design, said of what stands: requirements, figures, allowances, values that name things.
import type { Allowance, Expression, Failure, NamedFigure, Requirement, Selection } from '../model/index.ts';
import { type NewIds, selectionOf } from './numbering.ts';

/** A requirement about what stands; undefined where something that it is about, or that shall fail, doesn't stand yet. */
export function requirementAt<R extends Omit<Requirement, 'index'>>(requirement: R, to: NewIds): R | undefined {
  const value = expressionAt(requirement.value, to);
  const limit = expressionAt(requirement.limit, to);
  const failures = requirement.failures.map((each) => failureAt(each, to));
  if (value === undefined || limit === undefined || failures.includes(undefined)) return undefined;
  return { ...requirement, value, limit, failures: failures as Failure[] };
}

/** Undefined where fewer stand than shall fail. */
function failureAt(failure: Failure, to: NewIds): Failure | undefined {
  const of = selectionOf(failure.of, to);
  const needed = failure.parts === undefined ? failure.count : 1;
  return of.ids.length < needed ? undefined : { ...failure, of };
}

/** A figure of what stands; undefined where nothing that it is of does. */
export function figureAt(figure: NamedFigure, to: NewIds): NamedFigure | undefined {
  const value = expressionAt(figure.value, to);
  return value === undefined ? undefined : { ...figure, value };
}

/** Undefined where none of the things a fact is of stands. */
function expressionAt(expression: Expression, to: NewIds): Expression | undefined {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'fact': {
      const subject = selectionOf(expression.subject, to);
      const isGone = subject.ids.length === 0 && expression.subject.ids.length > 0;
      return isGone ? undefined : { ...expression, subject };
    }
    case 'name': {
      const value = expressionAt(expression.value, to);
      return value === undefined ? undefined : { ...expression, value };
    }
    case 'arithmetic': {
      const left = expressionAt(expression.left, to);
      const right = expressionAt(expression.right, to);
      return left === undefined || right === undefined ? undefined : { ...expression, left, right };
    }
  }
}

/** An allowance on what stands; undefined where nothing that it is on does. */
export function allowanceAt(allowance: Allowance, to: NewIds): Allowance | undefined {
  const on = allowance.on.map((each) => selectionOf(each, to)).filter(({ ids }) => ids.length > 0);
  return on.length === 0 && allowance.on.length > 0 ? undefined : { ...allowance, on };
}

/** Values of an element, with those that name things naming what stands; without those that name nothing then. */
export function valuesAt<V extends object>(values: V, to: NewIds): V {
  const entries = Object.entries(values).flatMap(([name, given]: [string, unknown]) => {
    if (!hasSelection(given)) return [[name, given] as const];
    const selection = selectionOf(given.value.selection, to);
    return selection.ids.length === 0 ? [] : [[name, { ...given, value: { ...given.value, selection } }] as const];
  });
  return Object.fromEntries(entries) as V;
}

function hasSelection(given: unknown): given is { readonly value: { readonly selection: Selection } } {
  const { value } = given as { readonly value?: unknown };
  return typeof value === 'object' && value !== null && 'selection' in value;
}

/** Statements with the numbers that their places in a list give them. */
export function numbered<T extends { readonly index: number }>(all: readonly (T | undefined)[]): readonly T[] {
  return all.filter((each) => each !== undefined).map((each, index) => ({ ...each, index }));
}
