// What a total rests on: the shares of it from assumed figures, drafts, figures without a source, and sourced figures.

import { same } from '../units/index.ts';
import type { Derivation } from './derivation.ts';
import { isDraft } from './draft.ts';

/** How far a figure can be trusted, worst first. */
type Footing = 'assumed' | 'draft' | 'unsourced' | 'sourced';

/** The parts of a total by what they rest on, in its unit. Together they are its known part. */
export interface RestsOn {
  readonly assumed: number;
  readonly draft: number;
  readonly unsourced: number;
  readonly sourced: number;
}

const ranks: readonly Footing[] = ['assumed', 'draft', 'unsourced', 'sourced'];

/**
 * Splits a total by footing. A sum is split term by term; any other formula rests as a whole on the
 * weakest of its figures. Counts and other figures of the design itself need no source.
 */
export function restsOn(total: Derivation): RestsOn {
  const shares = { assumed: 0, draft: 0, unsourced: 0, sourced: 0 };
  add(total, 1, shares);
  return shares;
}

function add(derivation: Derivation, factor: number, shares: Record<Footing, number>): void {
  if (isSum(derivation)) {
    for (const term of derivation.terms) add(term, factor * (term.times ?? 1), shares);
    return;
  }
  const value = Number.isNaN(derivation.value) ? derivation.known : derivation.value;
  const footing = weakest(derivation) ?? 'sourced';
  shares[footing] += factor * value;
}

/** Whether the terms, each as often as it counts, add up to the value. */
export function isSum({ terms, dimension, value, known }: Derivation): boolean {
  if (terms.length === 0 || terms.some((each) => each.dimension !== dimension)) return false;
  const all = terms.reduce(
    (sum, each) => sum + (each.times ?? 1) * (Number.isNaN(each.value) ? each.known : each.value),
    0,
  );
  return same(all, Number.isNaN(value) ? known : value);
}

/** The weakest footing among the figures of a value; undefined when none of them needs one. */
function weakest(derivation: Derivation): Footing | undefined {
  const own = footingOf(derivation);
  const all = [...(own === undefined ? [] : [own]), ...derivation.terms.map(weakest)];
  return ranks.find((each) => all.includes(each));
}

/** The footing of a figure by itself; undefined for what is computed. */
function footingOf({ provenance }: Derivation): Footing | undefined {
  if (provenance === undefined) return undefined;
  if (provenance.kind === 'assumed') return 'assumed';
  if (provenance.kind === 'stated') return 'unsourced';
  return isDraft(provenance.text) ? 'draft' : 'sourced';
}
