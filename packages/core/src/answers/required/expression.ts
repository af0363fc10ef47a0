// The value of an expression over facts, with its derivation: the arithmetic, and each fact as a term.

import { requirableFacts } from '../../catalogue/index.ts';
import { mixedText } from '../../facts/purchase/money.ts';
import {
  type Derivation,
  derived,
  figure,
  leastOf,
  mostOf,
  noBetterThan,
  none,
  printAtLeast,
  unknown,
} from '../../figures/derivation.ts';
import { type ArithmeticExpression, type Expression, type FactExpression, nameOf } from '../../model/index.ts';
import {
  canonicalUnitIn,
  combinedInterval,
  combinedValue,
  currencyOf,
  type Interval,
  type Operator,
} from '../../units/index.ts';
import type { Facts } from '../facts.ts';
import type { Asked, FactValue } from './asked.ts';
import { requiredFact } from './fact-table.ts';

/** Which side of several values is wanted: what fails a limit first. */
export type Side = 'least' | 'most';

/** The other side. */
export function otherSide(side: Side): Side {
  return side === 'least' ? 'most' : 'least';
}

/**
 * The side on which the worst values of an expression are, as its first fact has it: margins are worst at the least, losses at the
 * most; below a division or after a minus it is the other side.
 */
export function worstSideOf(expression: Expression): Side {
  return sideOf(expression) ?? 'most';
}

function sideOf(expression: Expression): Side | undefined {
  switch (expression.kind) {
    case 'fact':
      return requirableFacts[expression.fact]?.lowestIsWorst === true ? 'least' : 'most';
    case 'number':
      return undefined;
    case 'name':
      return sideOf(expression.value);
    case 'arithmetic': {
      const right = sideOf(expression.right);
      return sideOf(expression.left) ?? (right && (isFalling(expression.operator) ? otherSide(right) : right));
    }
  }
}

/** Whether a result falls as its second operand grows. */
function isFalling(operator: Operator): boolean {
  return operator === '-' || operator === '/' || operator === 'div';
}

/**
 * The value of an expression.
 * @param side which of several things a fact of each is taken from: the one with the least or the most
 */
export function evaluateFigure(facts: Facts, expression: Expression, side: Side): FactValue {
  switch (expression.kind) {
    case 'fact':
      return valueOfFact(facts, expression, side);
    case 'number': {
      const { text, measure, value, unit, origin } = expression;
      const plain = figure(text, measure, value, origin);
      return { value: unit === undefined ? plain : { ...plain, unit } };
    }
    case 'name': {
      const { value, worst } = evaluateFigure(facts, expression.value, side);
      const { text: name, origin } = expression;
      return { value: named(name, expression.value, { ...value, origin: value.origin ?? origin }), worst };
    }
    case 'arithmetic':
      return { value: arithmetic(facts, expression, side) };
  }
}

/** A value under the name of a `let`. */
function named(name: string, of: Expression, value: Derivation): Derivation {
  if (of.kind === 'arithmetic') return { ...value, label: name };
  const { terms: _, formula: __, times: ___, ...plain } = value;
  return { ...plain, label: name, formula: of.text, terms: [value] };
}

function valueOfFact(facts: Facts, expression: FactExpression, side: Side): FactValue {
  const { fact, subject, point, each, subjectName: name } = expression;
  if (!each || subject.ids.length === 1) return requiredFact(facts, fact, { ...subject, point, name });
  const sign = side === 'least' ? 1 : -1;
  let worst: FactValue | undefined;
  let open: FactValue | undefined;
  for (const id of subject.ids) {
    const own = nameOf(facts.fabric, subject.of, id);
    const asked: Asked = { of: subject.of, ids: Uint32Array.of(id), point, name: own };
    const { value, worst: within } = requiredFact(facts, fact, asked);
    const here = { value, worst: within ?? own };
    if (Number.isNaN(value.value)) {
      if (open === undefined || boundOf(value, side) * sign < boundOf(open.value, side) * sign) open = here;
    } else if (worst === undefined || value.value * sign < worst.value.value * sign) worst = here;
  }
  if (open === undefined || worst === undefined)
    return worst ?? open ?? requiredFact(facts, fact, { ...subject, point, name });
  // What one of them may be at its worst is decisive where it is known; otherwise the worst of the known ones is a bound.
  const bound = boundOf(open.value, side === 'least' ? 'most' : 'least');
  if (bound * sign < worst.value.value * sign) return open;
  return { value: noBetterThan(`${fact} of ${name}`, worst.value, open.value, sign), worst: worst.worst };
}

/** The bound of a value on a side; infinite where it isn't known. */
function boundOf(value: Derivation, side: Side): number {
  const { least, most } = intervalOf(value);
  return side === 'least' ? least : most;
}

/** What a value lies between. */
export function intervalOf(value: Derivation): Interval {
  const [least, most] = [leastOf(value), mostOf(value)];
  return {
    least: Number.isNaN(least) ? Number.NEGATIVE_INFINITY : least,
    most: Number.isNaN(most) ? Number.POSITIVE_INFINITY : most,
  };
}

/** A part of an expression: its value, its bounds, and how it is printed with the values of its facts. */
interface Step extends Interval {
  readonly value: number;
  readonly formula: string;
  /** How tightly its operator binds: numbers and facts the most. */
  readonly binds: number;
  /** Why it has no value, where its operands have one. */
  readonly why?: string | undefined;
  readonly isNone?: boolean;
}

const signs: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷', div: 'div', mod: 'mod' };

function arithmetic(facts: Facts, expression: ArithmeticExpression, side: Side): Derivation {
  const { text, measure, origin } = expression;
  const terms: Derivation[] = [];
  const { value, formula, least, most, why, isNone } = stepOf(facts, expression, side, terms);
  const plain = { ...derived(text, measure, formula, terms, value), origin };
  const [currency, ...others] = currenciesIn(expression, terms);
  if (others.length > 0 && currency !== undefined)
    return { ...plain, ...unknown(text, measure, mixedText([currency, ...others])), formula, terms, origin };
  const isMoney = currency !== undefined && measure !== 'count' && measure.startsWith('money');
  const whole = isMoney ? { ...plain, unit: canonicalUnitIn(measure, currency) } : plain;
  if (!Number.isNaN(value)) return whole;
  if (why !== undefined) {
    const { unknown: _, ...open } = whole;
    return { ...open, ...(isNone ? none(text, measure, why) : unknown(text, measure, why)), formula, terms, origin };
  }
  if (least === Number.NEGATIVE_INFINITY && most === Number.POSITIVE_INFINITY) return whole;
  return { ...whole, known: Math.max(0, Number.isFinite(least) ? least : 0), bounds: { least, most } };
}

/** The currencies of what an expression is computed from, each once. */
function currenciesIn(expression: Expression, terms: readonly Derivation[]): readonly string[] {
  const written = (each: Expression): readonly (string | undefined)[] => {
    if (each.kind === 'arithmetic') return [...written(each.left), ...written(each.right)];
    return each.kind === 'number' ? [each.unit] : [];
  };
  const units = [...terms.map(({ unit }) => unit), ...written(expression)];
  return [...new Set(units.flatMap((each) => currencyOf(each) ?? []))];
}

/** Computes a part of an expression, and adds the facts it rests on to the terms. */
function stepOf(facts: Facts, expression: Expression, side: Side, terms: Derivation[]): Step {
  if (expression.kind !== 'arithmetic') {
    const { value } = evaluateFigure(facts, expression, side);
    if (expression.kind !== 'number') terms.push(value);
    return { ...intervalOf(value), value: value.value, formula: printAtLeast(value), binds: 3 };
  }
  const { operator, left, right } = expression;
  const a = stepOf(facts, left, side, terms);
  const b = stepOf(facts, right, isFalling(operator) ? otherSide(side) : side, terms);
  const binds = operator === '+' || operator === '-' ? 1 : 2;
  const formula = `${within(a, a.binds < binds)} ${signs[operator]} ${within(b, b.binds <= binds)}`;
  const isWhole = left.measure === 'count' && right.measure === 'count';
  const divides = operator === '/' || operator === 'div' || operator === 'mod';
  const zero = divides && b.value === 0;
  const value = zero ? Number.NaN : combinedValue(operator, a.value, b.value, isWhole);
  const { least, most } = zero
    ? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
    : combinedInterval(operator, a, b, isWhole);
  const why = a.why ?? b.why ?? (zero ? `the divisor \`${right.text}\` is 0` : undefined);
  return { least, most, value, formula, binds, why, isNone: zero };
}

function within({ formula }: Step, inParentheses: boolean): string {
  return inParentheses ? `(${formula})` : formula;
}
