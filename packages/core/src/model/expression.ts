// What requirements compare: facts, numbers, and what is computed from them.
import type { Origin } from '../source/origin.ts';
import type { Measure, Operator } from '../units/index.ts';
import type { Selection } from './selection.ts';

/** A value that is known once its facts are. */
export type Expression = FactExpression | NumberExpression | NamedExpression | ArithmeticExpression;

interface AnyExpression {
  /** What it is of: a dimension, or a plain number. */
  readonly measure: Measure;
  /** As written: `power(leaf, spine)`. */
  readonly text: string;
  readonly origin: Origin;
}

/** `temperature(primary.return)` */
export interface FactExpression extends AnyExpression {
  readonly kind: 'fact';
  /** Name of the fact, from the table of facts. */
  readonly fact: string;
  readonly subject: Selection;
  /** `return` in `primary.return`. */
  readonly point: string | undefined;
  /** Whether it is of each thing that is selected, as in `power(net.each)`, and not of all of them together. */
  readonly each: boolean;
  /** What it is of, as written: `primary.return`. */
  readonly subjectText: string;
  /** The same without points: `leaf, spine`. */
  readonly subjectName: string;
}

/** `3.7`, `400 W` */
export interface NumberExpression extends AnyExpression {
  readonly kind: 'number';
  /** In the canonical unit. */
  readonly value: number;
  readonly unit: string | undefined;
}

/** The name of a `let`. */
interface NamedExpression extends AnyExpression {
  readonly kind: 'name';
  readonly value: Expression;
}

/** `power(pod) / accelerators` */
export interface ArithmeticExpression extends AnyExpression {
  readonly kind: 'arithmetic';
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** The facts of an expression, in the order of the text. */
export function factsIn(expression: Expression): readonly FactExpression[] {
  switch (expression.kind) {
    case 'fact':
      return [expression];
    case 'number':
      return [];
    case 'name':
      return factsIn(expression.value);
    case 'arithmetic':
      return [...factsIn(expression.left), ...factsIn(expression.right)];
  }
}

/** The fact that an expression is, alone or behind a name; undefined for anything computed. */
export function onlyFact(expression: Expression): FactExpression | undefined {
  if (expression.kind === 'name') return onlyFact(expression.value);
  return expression.kind === 'fact' ? expression : undefined;
}

/** The number that an expression is; undefined for anything that rests on facts. */
export function onlyNumber(expression: Expression): number | undefined {
  if (expression.kind === 'name') return onlyNumber(expression.value);
  return expression.kind === 'number' ? expression.value : undefined;
}
