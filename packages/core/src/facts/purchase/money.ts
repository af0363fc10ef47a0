// Sums of money: of one currency, or unknown.
import { type Derivation, knownOf, none, sum } from '../../figures/derivation.ts';
import { currencyOf } from '../../units/index.ts';

/** The currency of an amount; undefined where nothing of it is known. */
export function currencyOfAmount({ unit }: Derivation): string | undefined {
  return currencyOf(unit);
}

/**
 * The sum of amounts of money, each as often as its `times` says. Amounts of several currencies have none: the rate between them is
 * nobody's but the buyer's.
 */
export function moneySum(label: string, formula: string, terms: readonly Derivation[]): Derivation {
  if (terms.length === 0) return none(label, 'money', 'there is nothing to buy');
  const whole = sum(label, 'money', formula, terms);
  const [unit, ...others] = new Set(terms.flatMap((each) => currencyOfAmount(each) ?? []));
  if (others.length > 0)
    return { ...whole, value: Number.NaN, known: 0, unknown: mixedText([unit as string, ...others]) };
  return unit === undefined ? whole : { ...whole, unit };
}

/** Why amounts of several currencies have no sum. */
export function mixedText(currencies: readonly string[]): string {
  return `its prices are in ${currencies.slice(0, -1).join(', ')} and ${currencies.at(-1)}`;
}

/** Sums of amounts by currency, in order of appearance: what is known of each. */
export function sumsByCurrency(terms: readonly Derivation[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const term of terms) {
    const currency = currencyOfAmount(term);
    if (currency !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + (term.times ?? 1) * knownOf(term));
  }
  return sums;
}
