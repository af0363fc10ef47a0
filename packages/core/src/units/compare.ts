// Comparing numbers that went through arithmetic.

/** Relative difference below which two results of floating arithmetic are the same number. */
const tolerance = 1e-9;

/** Whether two values are the same but for rounding. An infinite value is only equal to itself. */
export function same(a: number, b: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b;
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether `a` is greater than `b` by more than rounding. False when either is unknown (`NaN`). */
export function exceeds(a: number, b: number): boolean {
  return a > b && !same(a, b);
}
