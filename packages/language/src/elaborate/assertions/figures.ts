// Expressions over facts: what requirements compare, and what a `let` may name.
import {
  combinedMeasure,
  comparable,
  type Expression,
  findUnit,
  itemAt,
  type Measure,
  usualUnit,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import { withArticle } from '../../problems/wording.ts';
import { bareFact, plainName } from '../../references/fact-names.ts';
import type { Evaluations } from '../scope/evaluations.ts';
import { describe, unitsText } from '../scope/value.ts';
import { evaluate, isUndeclared, reportDepth } from '../values/evaluate.ts';
import { type FactReading, factCall, factOfDesign } from './fact-calls.ts';

/** What expressions over facts are read with. */
export interface FigureReading extends FactReading {
  /** Those of each `let` that depends on a fact. */
  readonly named: Evaluations<Expression>;
}

/** An expression with its names resolved; undefined when something is wrong with it, which is reported. */
export function figureOf(reading: FigureReading, node: ast.Expression | undefined): Expression | undefined {
  if (node === undefined) return undefined;
  const { context } = reading;
  if (!context.dependsOnFact(node)) return constant(reading, node);
  if (node.$type === 'FactCall') return factCall(reading, node);
  if (node.$type === 'Binary') return arithmetic(reading, node);
  const bare = bareFact(node);
  if (bare !== undefined) return factOfDesign(reading, bare);
  const named = plainName(node)?.named.ref;
  return named?.$type === 'Let' ? ofLet(reading, named, node) : undefined;
}

/** A number or a quantity that no fact is part of. */
function constant({ context, scope }: FigureReading, node: ast.Expression): Expression | undefined {
  const value = evaluate(context, scope, node);
  if (value === undefined || isUndeclared(value)) return undefined;
  const origin = context.origin(node);
  if (value.kind === 'number')
    return { kind: 'number', measure: 'count', value: value.value, unit: undefined, text: textIn(node), origin };
  if (value.kind === 'quantity')
    return {
      kind: 'number',
      measure: value.dimension,
      value: value.value,
      unit: value.unit,
      text: textIn(node),
      origin,
    };
  context.problem('value/kind', origin, `A requirement compares numbers; this is ${describe(value)}.`, {
    ...(value.kind === 'name' ? { help: `Write a fact of it, such as \`power(${textIn(node)})\`.` } : {}),
  });
  return undefined;
}

/** An expression as written, each run of spaces and line breaks as one space. */
function textIn(node: ast.Expression): string {
  return textOfNode(node).trim().replace(/\s+/g, ' ');
}

/** A `let` that depends on a fact is the same wherever it is used. */
function ofLet(reading: FigureReading, named: ast.Let, node: ast.Expression): Expression | undefined {
  const value = figureOfLet(reading, named);
  if (value === undefined) return undefined;
  return { kind: 'name', value, measure: value.measure, text: named.name, origin: reading.context.origin(node) };
}

/** The expression of a `let` over facts. */
export function figureOfLet(reading: FigureReading, named: ast.Let): Expression | undefined {
  const { context, scope } = reading;
  const there = named.$container.$type === 'FabricFile' ? scope.top : scope;
  return reading.named.once(
    named,
    () => figureOf({ ...reading, scope: there }, named.value),
    (why) => {
      if (why === 'too deep') reportDepth(context, named);
      else context.problem('value/arithmetic', context.nameOrigin(named), `\`${named.name}\` depends on itself.`);
    },
  );
}

function arithmetic(reading: FigureReading, node: ast.Binary): Expression | undefined {
  const { context } = reading;
  // A sum is nested in its first term, as deep as it is long.
  const steps = [node];
  for (let each = node.left; each.$type === 'Binary'; each = each.left) steps.push(each);
  // The terms before the first fact are one number.
  let { left } = itemAt(steps, steps.length - 1);
  if (!context.dependsOnFact(left))
    for (let next = steps.at(-1); next !== undefined && !context.dependsOnFact(next.right); next = steps.at(-1)) {
      left = next;
      steps.pop();
    }
  let result = figureOf(reading, left);
  for (const step of steps.reverse()) {
    const right = reading.named.deeper(
      () => figureOf(reading, step.right),
      () => reportDepth(context, step),
    );
    result = combined(reading, step, result, right);
  }
  return result;
}

function combined(
  { context }: FigureReading,
  node: ast.Binary,
  left: Expression | undefined,
  right: Expression | undefined,
): Expression | undefined {
  if (left === undefined || right === undefined) return undefined;
  const { operator } = node;
  const divides = operator === '/' || operator === 'div' || operator === 'mod';
  if (divides && right.kind === 'number' && right.value === 0) {
    context.problem('value/arithmetic', context.origin(node), `\`${operator}\` has no result: it divides by zero.`);
    return undefined;
  }
  const measure = combinedMeasure(operator, left.measure, right.measure);
  if (measure !== undefined)
    return { kind: 'arithmetic', operator, left, right, measure, text: textIn(node), origin: context.origin(node) };
  const [a, b] = [left, right].map(({ text, measure: of }) => `\`${text}\` is ${measureText(of)}`);
  const isProduct = operator === '*' || operator === '/' || operator === 'div';
  const why = isProduct ? 'the language has no unit for the result' : "they can't be combined";
  context.problem('value/arithmetic', context.origin(node), `\`${operator}\` has no result: ${a}, ${b}; ${why}.`);
  return undefined;
}

/** `a power`, `a plain number` */
function measureText(measure: Measure): string {
  return measure === 'count' ? 'a plain number' : withArticle(measure);
}

/** Whether two sides of a requirement can be compared, which is reported where they can't. */
export function areComparable({ context }: FigureReading, value: Expression, limit: Expression): boolean {
  if (comparable(value.measure, limit.measure)) return true;
  const { measure } = value;
  const units = measure === 'count' ? '' : `, in ${unitsText(measure)}`;
  const isBare = limit.kind === 'number' && limit.measure === 'count' && measure !== 'count';
  context.problem(
    isBare ? 'value/no-unit' : 'value/dimension',
    limit.origin,
    `\`${value.text}\` is ${measureText(measure)}${units}; this is ${measureText(limit.measure)}.`,
    isBare ? { help: `For example, write \`${limit.value} ${usualUnit(measure)}\`.` } : {},
  );
  return false;
}

/** The unit that a limit is written in, where a value of the same dimension can be shown in it. */
export function unitOf(limit: Expression, measure: Measure): string | undefined {
  const unit = limit.kind === 'number' ? limit.unit : undefined;
  return unit !== undefined && measure !== 'count' && findUnit(unit) !== undefined ? unit : undefined;
}
