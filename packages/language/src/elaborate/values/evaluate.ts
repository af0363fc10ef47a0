// Evaluates expressions in a scope.
import {
  combinedMeasure,
  combinedValue,
  currencyOf,
  type Measure,
  type Origin,
  readQuantity,
  usualUnit,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';
import { maxValueDepth } from '../scope/evaluations.ts';
import type { Scope } from '../scope/scope.ts';
import { describe, type Value } from '../scope/value.ts';

/** Evaluates an expression; undefined when it has no value, which is reported. */
export function evaluate(context: Context, scope: Scope, expression: ast.Expression | undefined): Value | undefined {
  if (expression === undefined) return undefined;
  switch (expression.$type) {
    // A number with more digits than can be computed with is reported where it is read.
    case 'Numeral':
      return Number.isFinite(expression.value) ? { kind: 'number', value: expression.value } : undefined;
    case 'Text':
      return { kind: 'text', value: expression.value };
    case 'Quantity': {
      const read = readQuantity(expression.text);
      return read === undefined || !Number.isFinite(read.value)
        ? undefined
        : { kind: 'quantity', value: read.value, dimension: read.unit.dimension, unit: read.unit.name };
    }
    case 'Selector':
      return ofName(context, scope, expression);
    case 'Binary':
      return arithmetic(context, scope, expression);
    case 'FactCall':
      reportFact(context, expression, `\`${textOfNode(expression)}\` is known`);
      return undefined;
    default:
      return undefined;
  }
}

/** Facts are known once everything is installed: nothing that is installed can depend on one. */
function reportFact(context: Context, node: ast.Expression, subject: string): void {
  context.problem(
    'value/fact',
    context.origin(node),
    `${subject} only once the design is complete; the design itself can't depend on that.`,
    { help: 'Write the number here, and require the fact of it.' },
  );
}

/** The value of a parameter, a `let` or a type; or the name itself. */
function ofName(context: Context, scope: Scope, selector: ast.Selector): Value | undefined {
  const [first, ...more] = selector.segments;
  if (first === undefined || first.$type !== 'Segment') return undefined;
  if (more.length > 0 || first.dimensions.length > 0 || selector.channels !== undefined)
    return { kind: 'name', selector };
  const named = first.named.ref;
  if (named?.$type === 'LoopIndex') return ofIndex(context, scope, named, selector);
  const given = scope.value(first.named.$refText);
  if (given !== undefined) return given;
  if (named?.$type === 'TypeDeclaration' || named?.$type === 'Template') return { kind: 'type', type: named };
  if (named?.$type === 'Let') {
    if (!context.dependsOnFact(named.value)) return valueOfLet(context, scope, named);
    if (!context.settings.has(named)) {
      reportFact(context, selector, `\`${named.name}\` depends on a fact, which is known`);
      return undefined;
    }
    return context.settings.get(named);
  }
  // A missing or invalid argument is reported where the template is used.
  if (named?.$type === 'Parameter') return undefined;
  return { kind: 'name', selector };
}

/** The index of a `for`; it has no value in its own range and before. */
function ofIndex(context: Context, scope: Scope, named: ast.LoopIndex, selector: ast.Selector): Value | undefined {
  const value = scope.index(named.name);
  if (value !== undefined) return { kind: 'number', value };
  context.problem('value/arithmetic', context.origin(selector), `\`${named.name}\` has no value here.`, {
    help: 'Use an index only in the ranges after its own and in the body of its `for`.',
  });
  return undefined;
}

/** A `let` has the same value wherever it is used; one that depends on itself has none. */
export function valueOfLet(context: Context, scope: Scope, named: ast.Let): Value | undefined {
  const set = context.settings.get(named);
  if (set !== undefined) return set;
  const there = named.$container.$type === 'FabricFile' ? scope.top : scope;
  return context.evaluations.once(
    named,
    () => evaluate(context, there, named.value),
    (why) => {
      if (why === 'too deep') reportDepth(context, named);
      else context.problem('value/arithmetic', context.nameOrigin(named), `\`${named.name}\` depends on itself.`);
    },
  );
}

/** Reports a chain of values that is too long. */
export function reportDepth(context: Context, node: ast.Let | ast.Binary): void {
  const text = `More than ${maxValueDepth} values depend on one another here, each on the next.`;
  context.problem('value/too-large', node.$type === 'Let' ? context.nameOrigin(node) : context.origin(node), text, {
    help: 'Compute the value in fewer steps.',
  });
}

function arithmetic(context: Context, scope: Scope, node: ast.Binary): Value | undefined {
  // A sum is nested in its first term, as deep as it is long.
  const steps = [node];
  let first: ast.Expression | undefined = node.left;
  for (; first?.$type === 'Binary'; first = first.left) steps.push(first);
  let result = evaluate(context, scope, first);
  for (const step of steps.reverse()) result = combined(context, step, result, operand(context, scope, step.right));
  return result;
}

/** A second operand; one that is computed itself is in parentheses, or a product in a sum. */
function operand(context: Context, scope: Scope, node: ast.Expression): Value | undefined {
  if (node.$type !== 'Binary') return evaluate(context, scope, node);
  return context.evaluations.deeper(
    () => evaluate(context, scope, node),
    () => reportDepth(context, node),
  );
}

function combined(
  context: Context,
  node: ast.Binary,
  left: Value | undefined,
  right: Value | undefined,
): Value | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (isUndeclared(left) || isUndeclared(right)) return undefined;
  const result = combine(node.operator, left, right);
  const tooLarge = result !== undefined && 'value' in result && !Number.isFinite(result.value);
  if (result === undefined || tooLarge) {
    const why =
      'value' in right && right.value === 0 && /^(?:\/|div|mod)$/.test(node.operator)
        ? 'it divides by zero'
        : tooLarge
          ? 'it is too large for a number'
          : `${describe(left)} and ${describe(right)} can't be combined`;
    context.problem('value/arithmetic', context.origin(node), `\`${node.operator}\` has no result: ${why}.`);
    return undefined;
  }
  return result;
}

function combine(operator: ast.Binary['operator'], a: Value, b: Value): Value | undefined {
  if ((a.kind !== 'number' && a.kind !== 'quantity') || (b.kind !== 'number' && b.kind !== 'quantity'))
    return undefined;
  // Amounts of two currencies have no sum and no ratio.
  if (a.kind === 'quantity' && b.kind === 'quantity' && currencyOf(a.unit) !== currencyOf(b.unit)) return undefined;
  const [of, other] = [measureOf(a), measureOf(b)];
  const dimension = combinedMeasure(operator, of, other);
  if (dimension === undefined) return undefined;
  const value = combinedValue(operator, a.value, b.value, of === 'count' && other === 'count');
  if (dimension === 'count') return { kind: 'number', value };
  const like = [a, b].find((each) => each.kind === 'quantity' && each.dimension === dimension);
  return { kind: 'quantity', value, dimension, unit: like?.kind === 'quantity' ? like.unit : usualUnit(dimension) };
}

function measureOf(value: Extract<Value, { readonly kind: 'number' | 'quantity' }>): Measure {
  return value.kind === 'number' ? 'count' : value.dimension;
}

/** The value of an expression of numbers and indices, without making a value of each step; `NaN` for any other. */
export function plainNumber(scope: Scope, expression: ast.Expression | undefined): number {
  switch (expression?.$type) {
    case 'Numeral':
      return expression.value;
    case 'Binary':
      return combinedValue(
        expression.operator,
        plainNumber(scope, expression.left),
        plainNumber(scope, expression.right),
        true,
      );
    case 'Selector': {
      const [only, more] = expression.segments;
      const plain = more === undefined && only?.$type === 'Segment' && only.dimensions.length === 0;
      if (!plain || expression.channels !== undefined || only.named.ref?.$type !== 'LoopIndex') return Number.NaN;
      return scope.index(only.named.$refText) ?? Number.NaN;
    }
    default:
      return Number.NaN;
  }
}

/**
 * A whole number; undefined when it isn't one, which is reported.
 * @param what the subject of the message: `An index`
 */
export function wholeNumber(
  context: Context,
  scope: Scope,
  expression: ast.Expression | undefined,
  what: string,
): number | undefined {
  const plain = plainNumber(scope, expression);
  if (Number.isInteger(plain)) return plain;
  const value = evaluate(context, scope, expression);
  if (value === undefined || expression === undefined) return undefined;
  const origin: Origin = context.origin(expression);
  if (value.kind === 'number' && Number.isInteger(value.value)) return value.value;
  if (isUndeclared(value)) return undefined;
  const hint = value.kind === 'name' ? minusHint(value.selector) : undefined;
  context.problem(
    'value/kind',
    origin,
    `${what} must be a whole number, not ${value.kind === 'number' ? value.value : describe(value)}.`,
    { help: hint },
  );
  return undefined;
}

/** Whether a value is a name that isn't declared: that is reported where names are checked. */
export function isUndeclared(value: Value): boolean {
  const first = value.kind === 'name' ? value.selector.segments[0] : undefined;
  return first?.$type === 'Segment' && first.named.ref === undefined;
}

/** `i-1` is a name; a difference needs spaces. */
function minusHint(selector: ast.Selector): string | undefined {
  const text = textOfNode(selector);
  return /^[\w]+-[\w]+$/.test(text) ? `Write \`${text.replace('-', ' - ')}\` for a difference.` : undefined;
}
