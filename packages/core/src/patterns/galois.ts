// Arithmetic in a finite field, which Slim Fly is built on.
import { numberAt, unsignedAt } from '../model/index.ts';

/** GF(q). Elements are the numbers from 0 to q - 1; those of a prime power are polynomials in base p. */
export interface Field {
  readonly order: number;
  add(a: number, b: number): number;
  subtract(a: number, b: number): number;
  multiply(a: number, b: number): number;
  /** Powers of an element that generates all others: `powers[0]` is 1. */
  readonly powers: readonly number[];
}

/** The prime and the exponent of a prime power; undefined when a number is none. */
export function primePower(q: number): { readonly prime: number; readonly exponent: number } | undefined {
  if (!Number.isSafeInteger(q) || q < 2) return undefined;
  let prime = q;
  for (let each = 2; each * each <= q; each++) {
    if (q % each !== 0) continue;
    prime = each;
    break;
  }
  let exponent = 0;
  let rest = q;
  for (; rest % prime === 0; rest /= prime) exponent++;
  return rest === 1 ? { prime, exponent } : undefined;
}

/** The field of an order that is a prime power; undefined when there is none. */
export function fieldOf(order: number): Field | undefined {
  const found = primePower(order);
  if (found === undefined) return undefined;
  const { prime, exponent } = found;
  const digitwise = (combine: (a: number, b: number) => number) => (a: number, b: number) => {
    let sum = 0;
    for (let place = 1, i = 0; i < exponent; i++, place *= prime)
      sum += (combine(Math.floor(a / place) % prime, Math.floor(b / place) % prime) % prime) * place;
    return sum;
  };
  const add = digitwise((a, b) => a + b);
  const subtract = digitwise((a, b) => a - b + prime);
  const powers = exponent === 1 ? powersOfPrime(prime) : powersOfExtension(prime, exponent, subtract);
  const logs = new Uint32Array(order);
  for (const [log, element] of powers.entries()) logs[element] = log;
  return {
    order,
    add,
    subtract,
    multiply: (a, b) =>
      a === 0 || b === 0 ? 0 : numberAt(powers, (unsignedAt(logs, a) + unsignedAt(logs, b)) % (order - 1)),
    powers,
  };
}

/** The powers of the smallest number that generates all of 1 to p - 1. */
function powersOfPrime(prime: number): number[] {
  for (let root = 1; root < prime; root++) {
    const powers = cycle(prime, (element) => (element * root) % prime);
    if (powers.length === prime - 1) return powers;
  }
  return [1];
}

/** The powers of `x` modulo the first monic polynomial of which `x` is a generator. */
function powersOfExtension(prime: number, exponent: number, subtract: (a: number, b: number) => number): number[] {
  const order = prime ** exponent;
  const top = order / prime;
  const scale = (element: number, by: number): number => {
    let product = 0;
    for (let i = 0; i < by; i++) product = subtract(product, subtract(0, element));
    return product;
  };
  // A polynomial without its leading term: the digits of a number below the order.
  for (let polynomial = 1; polynomial < order; polynomial++) {
    if (polynomial % prime === 0) continue;
    const times = (element: number): number =>
      subtract((element % top) * prime, scale(polynomial, Math.floor(element / top)));
    const powers = cycle(order, times);
    if (powers.length === order - 1) return powers;
  }
  return [1];
}

/** 1 and what follows from it until 1 comes again, or for so many steps. */
function cycle(most: number, next: (element: number) => number): number[] {
  const found = [1];
  for (let each = next(1); each !== 1 && each !== 0 && found.length < most; each = next(each)) found.push(each);
  return found;
}
