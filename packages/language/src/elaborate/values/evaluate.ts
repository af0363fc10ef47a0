// Evaluates expressions in a scope.
import { currencyOf, type Dimension, type Origin, readQuantity } from '@lightloom/core';
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
    default:
      return undefined;
  }
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
  if (named?.$type === 'Let') return evaluateOnce(context, scope, named);
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
function evaluateOnce(context: Context, scope: Scope, named: ast.Let): Value | undefined {
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

function reportDepth(context: Context, node: ast.Let | ast.Binary): void {
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
      right.kind === 'number' && right.value === 0
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
  if (a.kind === 'number' && b.kind === 'number') {
    return { kind: 'number', value: onNumbers(operator, a.value, b.value) };
  }
  if (a.kind === 'quantity' && isPoint(a)) return b.kind === 'quantity' ? fromPoint(operator, a, b) : undefined;
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    if (isPoint(b) && operator === '+') return fromPoint(operator, b, a);
    // Amounts of two currencies have no sum and no ratio.
    if (a.dimension !== b.dimension || currencyOf(a.unit) !== currencyOf(b.unit)) return undefined;
    if (operator === '+') return { ...a, value: a.value + b.value };
    if (operator === '-') return { ...a, value: a.value - b.value };
    return operator === 'div' ? { kind: 'number', value: a.value / b.value } : undefined;
  }
  if (a.kind === 'quantity' && b.kind === 'number') {
    if (operator === '*') return { ...a, value: a.value * b.value };
    return operator === 'div' ? { ...a, value: a.value / b.value } : undefined;
  }
  if (a.kind === 'number' && b.kind === 'quantity' && operator === '*' && !isPoint(b))
    return { ...b, value: a.value * b.value };
  return undefined;
}

type QuantityValue = Extract<Value, { readonly kind: 'quantity' }>;

/** Dimensions that are points on a scale, and the dimension and unit of the steps between them. */
const steps: Readonly<Partial<Record<Dimension, readonly [Dimension, string]>>> = {
  temperature: ['temperature difference', 'K'],
  'optical power': ['loss', 'dB'],
};

function isPoint({ dimension }: QuantityValue): boolean {
  return steps[dimension] !== undefined;
}

/** A point plus or minus a step is a point, a point minus a point is a step; two points can't be added. */
function fromPoint(operator: ast.Binary['operator'], a: QuantityValue, b: QuantityValue): Value | undefined {
  const [dimension, unit] = steps[a.dimension] ?? [a.dimension, a.unit];
  if (b.dimension === dimension && operator === '+') return { ...a, value: a.value + b.value };
  if (b.dimension === dimension && operator === '-') return { ...a, value: a.value - b.value };
  if (b.dimension === a.dimension && operator === '-')
    return { kind: 'quantity', value: a.value - b.value, dimension, unit };
  return undefined;
}

function onNumbers(operator: ast.Binary['operator'], a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'div':
      return Math.floor(a / b);
    case 'mod':
      return a - b * Math.floor(a / b);
  }
}

/** The value of an expression of numbers and indices, without making a value of each step; `NaN` for any other. */
export function plainNumber(scope: Scope, expression: ast.Expression | undefined): number {
  switch (expression?.$type) {
    case 'Numeral':
      return expression.value;
    case 'Binary':
      return onNumbers(expression.operator, plainNumber(scope, expression.left), plainNumber(scope, expression.right));
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
