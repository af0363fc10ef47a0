// A number with its derivation: its terms, down to the figures that somebody wrote.
import type { Given, Missing, Provenance } from '../model/index.ts';
import type { Origin } from '../source/origin.ts';
import { type Dimension, printNumber, printQuantity, same, sharedUnit } from '../units/index.ts';
import { isDraft } from './draft.ts';

/** A value with its derivation. Hover, report, `explain` and messages all print this. */
export interface Derivation {
  /** What it is, in the words of a reader: `liquid heat of net[1]`. */
  readonly label: string;
  /** `count` is a plain number. */
  readonly dimension: Dimension | 'count';
  /** In the canonical unit; `NaN` when any term it needs is unknown. */
  readonly value: number;
  /** For a sum, the sum of the known terms; equals `value` when nothing is unknown. */
  readonly known: number;
  /** How the terms make the value, as `fiber + connectors`. */
  readonly formula?: string;
  readonly terms: readonly Derivation[];
  /** How many times it counts in the sum it is a term of. */
  readonly times?: number;
  /** The line that gives it. */
  readonly origin?: Origin;
  readonly provenance?: Provenance;
  /** The unit to print in, instead of the dimension's usual one. */
  readonly unit?: string;
  /** What to print for a value that isn't a number: a word, a table, parts. */
  readonly text?: string;
  /** Why the value is unknown. */
  readonly unknown?: string;
  /** What would make it known, where one property would. */
  readonly missing?: Missing;
  /** Whether there is no such value, rather than an unknown one. */
  readonly isNone?: true;
  /** Bounds of an unknown value, where they are known. */
  readonly bounds?: { readonly least: number; readonly most: number };
  /** Whether it is the smallest of its terms, of which each is a limit by itself. */
  readonly isLeast?: true;
  /** Whether it is more than its known part: what is unknown of it can't be zero. */
  readonly isMore?: true;
}

/** A value as somebody wrote it, or unknown with what is missing. */
export function stated(
  label: string,
  dimension: Derivation['dimension'],
  given: Given<number> | undefined,
  missing: string | Missing,
): Derivation {
  if (given === undefined) return unknown(label, dimension, missing);
  return {
    label,
    dimension,
    value: given.value,
    known: given.value,
    terms: [],
    origin: given.origin,
    provenance: given.provenance,
    ...(given.unit === undefined ? {} : { unit: given.unit }),
  };
}

/** A number that needs no derivation: a count, or a figure with its own source. */
export function figure(label: string, dimension: Derivation['dimension'], value: number, origin?: Origin): Derivation {
  const plain = { label, dimension, value, known: value, terms: [] };
  return origin === undefined ? plain : { ...plain, origin };
}

/** An unknown value, and why it is unknown. */
export function unknown(
  label: string,
  dimension: Derivation['dimension'],
  why: string | Missing,
  terms: readonly Derivation[] = [],
): Derivation {
  const open = { label, dimension, value: Number.NaN, known: 0, terms };
  return typeof why === 'string' ? { ...open, unknown: why } : { ...open, unknown: why.text, missing: why };
}

/** A value that its subject doesn't have, and why; nothing is missing. */
export function none(label: string, dimension: Derivation['dimension'], why: string): Derivation {
  return { ...unknown(label, dimension, why), isNone: true };
}

/** The sum of terms, each as often as its `times` says. */
export function sum(
  label: string,
  dimension: Derivation['dimension'],
  formula: string,
  terms: readonly Derivation[],
): Derivation {
  let value = 0;
  let known = 0;
  for (const term of terms) {
    const times = term.times ?? 1;
    value += times * term.value;
    known += times * knownOf(term);
  }
  return withReason({ label, dimension, value, known, formula, terms });
}

/** A value computed from terms by any other formula. `NaN` when a term is. */
export function derived(
  label: string,
  dimension: Derivation['dimension'],
  formula: string,
  terms: readonly Derivation[],
  value: number,
): Derivation {
  return withReason({ label, dimension, value, known: Number.isNaN(value) ? 0 : value, formula, terms });
}

/**
 * The worst of several values of which some are unknown: unknown, and no better than the worst of the known ones.
 * @param sign 1 where the smallest is the worst, -1 where the largest is
 */
export function noBetterThan(label: string, worst: Derivation, missing: Derivation, sign: 1 | -1): Derivation {
  const { value, dimension } = worst;
  const why = missing.unknown ?? 'some of them are unknown';
  const others = {
    ...unknown('of others', dimension, unknownLeaves(missing)[0]?.missing ?? why),
    ...(missing.origin && { origin: missing.origin }),
  };
  return {
    ...unknown(label, dimension, why, [{ ...worst, label: 'worst of the known ones' }, others]),
    bounds:
      sign === 1 ? { least: Number.NEGATIVE_INFINITY, most: value } : { least: value, most: Number.POSITIVE_INFINITY },
  };
}

/**
 * A start plus an addition that is never negative: where the addition is unknown, the start with what is known of the addition is a
 * lower bound.
 * @param formula as `supply + rise`
 */
export function startPlus(
  label: string,
  dimension: Derivation['dimension'],
  formula: string,
  [start, added]: readonly [Derivation, Derivation],
): Derivation {
  const value = start.value + added.value;
  const whole = derived(label, dimension, formula, [start, added], value);
  const from = Number.isNaN(start.value) ? start.bounds?.least : start.value;
  if (!Number.isNaN(value) || from === undefined) return whole;
  const least = from + knownOf(added);
  return { ...whole, known: least, bounds: { least, most: Number.POSITIVE_INFINITY } };
}

/** The same value, of which a part is certain where it is unknown. */
export function atLeast(derivation: Derivation, known: number): Derivation {
  return Number.isNaN(derivation.value) && known > 0 ? { ...derivation, known } : derivation;
}

/** A value that is known to stay below a bound, as that bound: what it can be in the best case. */
export function atMost(derivation: Derivation): Derivation {
  const { value, bounds } = derivation;
  return Number.isNaN(value) && bounds !== undefined && Number.isFinite(bounds.most)
    ? { ...derivation, value: bounds.most, known: bounds.most }
    : derivation;
}

/** What is certain of a value: all of it, or its known part. */
export function knownOf({ value, known }: Derivation): number {
  return Number.isNaN(value) ? known : value;
}

/** The same value as a term that counts several times. */
export function times(count: number, term: Derivation): Derivation {
  return { ...term, times: count };
}

function withReason(derivation: Derivation): Derivation {
  if (!Number.isNaN(derivation.value)) return derivation;
  const why = derivation.terms.map((term) => term.unknown).find((each) => each !== undefined);
  return why === undefined ? derivation : { ...derivation, unknown: why };
}

/** The unknown values at the bottom of an unknown one: what somebody would have to give. */
export function unknownLeaves(derivation: Derivation, found: Derivation[] = []): Derivation[] {
  if (!Number.isNaN(derivation.value)) return found;
  const open = derivation.terms.filter(({ value }) => Number.isNaN(value));
  if (open.length === 0) found.push(derivation);
  for (const term of open) unknownLeaves(term, found);
  return found;
}

/** The origins of the unknown terms of a value. */
export function originsOfUnknown(derivation: Derivation, found: Origin[] = []): Origin[] {
  if (!Number.isNaN(derivation.value)) return found;
  if (derivation.origin !== undefined) found.push(derivation.origin);
  for (const term of derivation.terms) originsOfUnknown(term, found);
  return found;
}

/** Every origin the value rests on. */
export function originsOf(derivation: Derivation, found: Origin[] = []): Origin[] {
  if (derivation.origin !== undefined) found.push(derivation.origin);
  for (const term of derivation.terms) originsOf(term, found);
  return found;
}

/** `1.512 dB`, `24`, `unknown`. */
export function printValue(derivation: Derivation, value = derivation.value): string {
  if (derivation.text !== undefined) return derivation.text;
  return derivation.dimension === 'count'
    ? printNumber(value)
    : printQuantity(value, derivation.dimension, derivation.unit);
}

/** Digits to try, one after the other, until two values differ in print. */
const moreDigits = [undefined, 4, 6, 9] as const;

/**
 * A value and its limit, with enough digits to differ in print where they differ: `3.0001 dB` and `3 dB`. Of a value that is
 * known in part, that part: `at least 12 kW`, or `more than 12 kW` where that makes the difference.
 */
export function printApart(value: Derivation, limit: Derivation): readonly [value: string, limit: string] {
  const least = leastOf(value);
  const shared =
    value.dimension === 'count' || value.dimension !== limit.dimension
      ? undefined
      : sharedUnit(value.dimension, least, limit.value);
  const print = (each: Derivation, amount: number, digits: number | undefined): string =>
    each.text !== undefined || each.dimension === 'count'
      ? printValue(each, amount)
      : printQuantity(amount, each.dimension, each.unit ?? shared, digits);
  const isPart = Number.isNaN(value.value) && !Number.isNaN(least);
  for (const digits of moreDigits) {
    const [is, bound] = [print(value, least, digits), print(limit, limit.value, digits)];
    if (is !== bound || same(least, limit.value) || digits === moreDigits.at(-1))
      return [isPart ? `${value.isMore === true && is === bound ? 'more than' : 'at least'} ${is}` : is, bound];
  }
  return [printAtLeast(value), printValue(limit)];
}

/** Two amounts of one dimension, in its canonical unit, with enough digits to differ in print where they differ. */
export function printAmountsApart(dimension: Dimension, a: number, b: number): readonly [string, string] {
  return printApart(figure('', dimension, a), figure('', dimension, b));
}

/** The least that a value can be: the value, its lower bound, or the known terms of a sum; `NaN` where nothing is known. */
export function leastOf({ value, bounds, known }: Derivation): number {
  return Number.isNaN(value) ? (bounds?.least ?? (known > 0 ? known : Number.NaN)) : value;
}

/** The most that a value can be: the value or its upper bound; `NaN` where nothing is known. */
export function mostOf({ value, bounds }: Derivation): number {
  return Number.isNaN(value) ? (bounds?.most ?? Number.NaN) : value;
}

/** `12 kW`; of a value that is known in part, `at least 12 kW`; of one that is known not to be more, `at most 12 kW`. */
export function printAtLeast(derivation: Derivation): string {
  const least = leastOf(derivation);
  const most = mostOf(derivation);
  if (Number.isNaN(derivation.value) && least === 0 && Number.isFinite(most))
    return `at most ${printValue(derivation, most)}`;
  return Number.isNaN(derivation.value) && Number.isFinite(least)
    ? `at least ${printValue(derivation, least)}`
    : printValue(derivation);
}

/** `1.512 dB`, or `at most 40 Tbps` where only that is known; see `bounds`. */
export function printBounded(derivation: Derivation, which: 'least' | 'most'): string {
  const { bounds, value } = derivation;
  if (bounds === undefined || !Number.isNaN(value)) return printValue(derivation);
  return `at ${which} ${printValue(derivation, bounds[which])}`;
}

/**
 * The derivation as lines of text, two spaces of indent for each level.
 * @param place gives the place of an origin, as `pod.fabric:12`; without it, places are left out
 */
export function derivationLines(derivation: Derivation, indent = '', place?: (origin: Origin) => string): string[] {
  const factor =
    derivation.times === undefined || derivation.times === 1 ? '' : `${printNumber(derivation.times, 0)} × `;
  const formula = derivation.formula === undefined ? '' : ` = ${derivation.formula}`;
  const notes = [noteOf(derivation), writtenAt(derivation, place)].filter((each) => each !== '');
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const line = `${indent}${derivation.label}: ${factor}${printAtLeast(derivation)}${formula}${note}`;
  return [line, ...derivation.terms.flatMap((term) => derivationLines(term, `${indent}  `, place))];
}

/** Why a value is unknown, or its source. */
function noteOf({ unknown: why, terms, provenance }: Derivation): string {
  if (why !== undefined && terms.length === 0) return why;
  if (provenance === undefined || provenance.kind === 'stated') return '';
  const kind = provenance.kind === 'source' && isDraft(provenance.text) ? 'draft' : provenance.kind;
  return `${kind}: ${provenance.text}`;
}

function writtenAt({ origin }: Derivation, place: ((origin: Origin) => string) | undefined): string {
  return place === undefined || origin === undefined || origin.uri === '' ? '' : place(origin);
}
