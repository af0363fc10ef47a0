// Facts as text, and derivations without repeats, for terminal and hover.
import { type Derivation, isSum, printValue } from '../figures/index.ts';
import { originKey } from '../source/index.ts';
import { printCount } from '../units/index.ts';

/** A value; for an unknown one its known part and the reason. */
export function factText(fact: Derivation): string {
  if (!Number.isNaN(fact.value) || fact.text !== undefined) return printValue(fact);
  const why = fact.unknown === undefined ? '' : `: ${fact.unknown}`;
  return fact.known > 0 ? `unknown, at least ${printValue(fact, fact.known)}${why}` : `unknown${why}`;
}

/**
 * Derivations with terms that are alike merged, and with terms that an earlier one has replaced by `see above`; those that an
 * earlier one has as a whole are left out.
 */
export function withoutRepeats(derivations: readonly Derivation[]): Derivation[] {
  const seen = new Set<string>();
  return derivations.flatMap((each) => {
    const shown = folded(each);
    return seen.has(keyOf(shown)) ? [] : [once(shown, seen)];
  });
}

function keyOf({ label, value, terms }: Derivation): string {
  return `${terms.length > 0} ${label} ${value}`;
}

function once(derivation: Derivation, seen: Set<string>): Derivation {
  const key = keyOf(derivation);
  if (derivation.terms.length > 0 && seen.has(key)) return { ...derivation, terms: [], formula: 'see above' };
  seen.add(key);
  return { ...derivation, terms: derivation.terms.map((each) => once(each, seen)) };
}

/** Merges the terms of a sum that differ only by index, such as the racks of a branch, into one with a factor. */
function folded(derivation: Derivation): Derivation {
  if (derivation.terms.length < 2) {
    return derivation.terms.length === 0 ? derivation : { ...derivation, terms: derivation.terms.map(folded) };
  }
  if (!isSum(derivation)) return { ...derivation, terms: derivation.terms.map(folded) };
  const alike = new Map<string, { readonly term: Derivation; readonly labels: Set<string>; times: number }>();
  for (const term of derivation.terms) {
    const key = shapeOf(term);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { term, labels: new Set([term.label]), times: term.times ?? 1 });
    else {
      known.labels.add(term.label);
      known.times += term.times ?? 1;
    }
  }
  const terms = [...alike.values()].map(({ term, labels, times }) => {
    const more = labels.size - 1;
    const label = more === 0 ? term.label : `${term.label} and ${printCount(more, 'more', 'more')}`;
    return folded({ ...term, label, ...(times === 1 ? {} : { times }) });
  });
  return { ...derivation, terms };
}

/** A key that is the same for terms that differ only by index. */
function shapeOf({ label, value, known, formula, origin, terms }: Derivation): string {
  const place = origin === undefined ? '' : originKey(origin);
  return `${label.replace(/\[\d+\]/g, '[]')} ${value} ${known} ${formula} ${place} (${terms.map((each) => `${each.times} ${shapeOf(each)}`).join()})`;
}
