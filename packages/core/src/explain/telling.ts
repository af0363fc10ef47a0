// How facts are told: what is alike once, what was derived before not again. Terminal and hover tell the same.
import { type Derivation, isSum, printValue } from '../figures/index.ts';
import { originKey } from '../source/index.ts';
import { printCount } from '../units/index.ts';

/** A value; of one that is unknown what is known of it, and why. */
export function factText(fact: Derivation): string {
  if (!Number.isNaN(fact.value) || fact.text !== undefined) return printValue(fact);
  const why = fact.unknown === undefined ? '' : `: ${fact.unknown}`;
  return fact.known > 0 ? `unknown, at least ${printValue(fact, fact.known)}${why}` : `unknown${why}`;
}

/** Derivations one after the other: terms that are alike are one, and terms that were told before are not told again. */
export function toldOnce(derivations: readonly Derivation[]): Derivation[] {
  const seen = new Set<string>();
  return derivations.map((each) => once(folded(each), seen));
}

function once(derivation: Derivation, seen: Set<string>): Derivation {
  if (derivation.terms.length === 0) return derivation;
  const key = `${derivation.label} ${derivation.value}`;
  if (seen.has(key)) return { ...derivation, terms: [], formula: 'see above' };
  seen.add(key);
  return { ...derivation, terms: derivation.terms.map((each) => once(each, seen)) };
}

/** Terms of a sum that differ by index alone, as the racks of a branch, as one that counts as often. */
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

/** What two terms have in common that are alike but for their indices. */
function shapeOf({ label, value, known, formula, origin, terms }: Derivation): string {
  const place = origin === undefined ? '' : originKey(origin);
  return `${label.replace(/\[\d+\]/g, '[]')} ${value} ${known} ${formula} ${place} (${terms.map((each) => `${each.times} ${shapeOf(each)}`).join()})`;
}
