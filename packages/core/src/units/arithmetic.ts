// Arithmetic of quantities: the dimension of a result, and its value.
import type { Dimension } from './dimension.ts';

/** What a number can be of: a dimension, or `count` for a plain number. */
export type Measure = Dimension | 'count';

/** Operators of the language. `div` rounds plain numbers down; `mod` is the remainder, never negative. */
export type Operator = '+' | '-' | '*' | '/' | 'div' | 'mod';

/** Exponents of metre, kilogram, second, kelvin, ampere, bit, baud and decibel. */
type Exponents = readonly [m: number, kg: number, s: number, K: number, A: number, bit: number, Bd: number, dB: number];

/**
 * Dimensions that products and quotients lead to. Not among them: points on a scale, which have no products, and dimensions of
 * fibers and valves whose unit means something else too (s/m is a delay per length before it is a dispersion).
 */
const exponents: Partial<Record<Dimension, Exponents>> = {
  ratio: [0, 0, 0, 0, 0, 0, 0, 0],
  length: [1, 0, 0, 0, 0, 0, 0, 0],
  mass: [0, 1, 0, 0, 0, 0, 0, 0],
  time: [0, 0, 1, 0, 0, 0, 0, 0],
  'temperature difference': [0, 0, 0, 1, 0, 0, 0, 0],
  power: [2, 1, -3, 0, 0, 0, 0, 0],
  'power density': [1, 1, -3, 0, 0, 0, 0, 0],
  voltage: [2, 1, -3, 0, -1, 0, 0, 0],
  current: [0, 0, 0, 0, 1, 0, 0, 0],
  frequency: [0, 0, -1, 0, 0, 0, 0, 0],
  'symbol rate': [0, 0, -1, 0, 0, 0, 1, 0],
  'bit rate': [0, 0, -1, 0, 0, 1, 0, 0],
  'bit rate density': [-1, 0, -1, 0, 0, 1, 0, 0],
  'bit rate per power': [-2, -1, 2, 0, 0, 1, 0, 0],
  'energy per bit': [2, 1, -2, 0, 0, -1, 0, 0],
  loss: [0, 0, 0, 0, 0, 0, 0, 1],
  'loss per length': [-1, 0, 0, 0, 0, 0, 0, 1],
  'delay per length': [-1, 0, 1, 0, 0, 0, 0, 0],
  'volume flow': [3, 0, -1, 0, 0, 0, 0, 0],
  'volume flow per power': [1, -1, 2, 0, 0, 0, 0, 0],
  pressure: [-1, 1, -2, 0, 0, 0, 0, 0],
  density: [-3, 1, 0, 0, 0, 0, 0, 0],
  'specific heat': [2, 0, -2, -1, 0, 0, 0, 0],
};

const byExponents = new Map(
  Object.entries(exponents).map(([dimension, each]) => [each.join(), dimension as Dimension] as const),
);

/** Dimensions that are points on a scale, and the dimension of the steps between them. */
const steps: Readonly<Partial<Record<Measure, Dimension>>> = {
  temperature: 'temperature difference',
  'optical power': 'loss',
};

/** What two numbers combined are of; undefined where they can't be combined, or where the language has no unit for the result. */
export function combinedMeasure(operator: Operator, a: Measure, b: Measure): Measure | undefined {
  if (steps[a] !== undefined || steps[b] !== undefined) return withPoint(operator, a, b);
  const plain = [a, b].every(isPlain);
  switch (operator) {
    case '+':
    case '-':
      return plain ? plainOf(a, b) : sameKind(a, b) ? a : undefined;
    case 'mod':
      return a === 'count' && b === 'count' ? 'count' : undefined;
    case '*':
      if (isPlain(a)) return isPlain(b) ? plainOf(a, b) : b;
      return isPlain(b) ? a : product(a, b, 1);
    case '/':
    case 'div':
      if (isPlain(b)) return isPlain(a) && b === 'ratio' ? 'count' : a;
      return sameKind(a, b) ? 'count' : product(a, b, -1);
  }
}

/** Whether two numbers can be compared: they are of one dimension, in the same units, or both without any. */
export function comparable(a: Measure, b: Measure): boolean {
  return (isPlain(a) && isPlain(b)) || sameKind(a, b);
}

/** A plain number, or a share. */
function isPlain(measure: Measure): boolean {
  return measure === 'count' || measure === 'ratio';
}

/** A share, where one of two plain numbers is one. */
function plainOf(a: Measure, b: Measure): Measure {
  return a === 'ratio' || b === 'ratio' ? 'ratio' : 'count';
}

/** A power ratio is in dB, as a loss is. */
function sameKind(a: Measure, b: Measure): boolean {
  const kind = (each: Measure): Measure => (each === 'power ratio' ? 'loss' : each);
  return kind(a) === kind(b);
}

/** A point plus or minus a step is a point, a point minus a point is a step; nothing else has a meaning. */
function withPoint(operator: Operator, a: Measure, b: Measure): Measure | undefined {
  const [ofA, ofB] = [steps[a], steps[b]];
  if (ofA === undefined) return operator === '+' && ofB !== undefined && sameKind(ofB, a) ? b : undefined;
  if ((operator === '+' || operator === '-') && sameKind(ofA, b)) return a;
  return operator === '-' && a === b ? ofA : undefined;
}

function product(a: Measure, b: Measure, sign: 1 | -1): Measure | undefined {
  const [of, other] = [exponentsOf(a), exponentsOf(b)];
  if (of === undefined || other === undefined) return undefined;
  const found = byExponents.get(of.map((each, i) => each + sign * (other[i] ?? 0)).join());
  return found === 'ratio' ? 'count' : found;
}

function exponentsOf(measure: Measure): Exponents | undefined {
  return measure === 'count' ? exponents.ratio : exponents[measure === 'power ratio' ? 'loss' : measure];
}

/**
 * The value of two numbers combined, in canonical units. A division by zero gives no finite number.
 * @param whole whether both are plain numbers, which `div` rounds down
 */
export function combinedValue(operator: Operator, a: number, b: number, whole: boolean): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case 'div':
      return whole ? Math.floor(a / b) : a / b;
    case 'mod':
      return a - b * Math.floor(a / b);
  }
}
