// How much of a value is due to another that it depends on.
import type { Derivation } from '../figures/index.ts';
import { originKey } from '../source/index.ts';
import { same } from '../units/index.ts';

/**
 * The part of a derived value that would be absent without the value written at a place, in the unit of the derived one. Of a sum it is
 * what its terms have of it; all of any other value that depends on it.
 * @param place the key of the place, as `originKey` gives it
 */
export function dueTo(value: Derivation, place: string): number {
  if (value.origin !== undefined && originKey(value.origin) === place) return value.known;
  const isSum = same(total(value.terms), value.known);
  if (isSum) return value.terms.reduce((all, term) => all + (term.times ?? 1) * dueTo(term, place), 0);
  return value.terms.some((term) => dueTo(term, place) !== 0) ? value.known : 0;
}

function total(terms: readonly Derivation[]): number {
  return terms.reduce((all, term) => all + (term.times ?? 1) * term.known, 0);
}
