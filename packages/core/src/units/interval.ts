// Arithmetic of values that are only known to lie between two bounds.
import type { Operator } from './arithmetic.ts';

/** The least and the most that a value can be; infinite on a side where nothing is known. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** What is known of a value of which nothing is known. */
const anything: Interval = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/**
 * The bounds of two values combined: at least 5 kW ÷ 10 is at least 0.5 kW; of a difference of two lower bounds nothing is known
 * (R. E. Moore, Interval Analysis, 1966).
 * @param whole whether both are plain numbers, which `div` rounds down
 */
export function combinedInterval(operator: Operator, a: Interval, b: Interval, whole: boolean): Interval {
  switch (operator) {
    case '+':
      return { least: a.least + b.least, most: a.most + b.most };
    case '-':
      return { least: a.least - b.most, most: a.most - b.least };
    case '*':
      return product(a, b);
    case '/':
      return quotient(a, b);
    case 'div': {
      const exact = quotient(a, b);
      return whole ? { least: Math.floor(exact.least), most: Math.floor(exact.most) } : exact;
    }
    case 'mod':
      return anything;
  }
}

function product(a: Interval, b: Interval): Interval {
  const corners = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => (x === 0 || y === 0 ? 0 : x * y)));
  return { least: Math.min(...corners), most: Math.max(...corners) };
}

function quotient(a: Interval, b: Interval): Interval {
  if (b.least > 0 || b.most < 0) return product(a, { least: 1 / b.most, most: 1 / b.least });
  // From zero up: the quotient of what isn't negative has a lower bound.
  if (b.least === 0 && b.most > 0 && a.least >= 0) return { least: a.least / b.most, most: Number.POSITIVE_INFINITY };
  return anything;
}
