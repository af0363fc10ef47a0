// How hard a judgement may be that rests on what the library assumes: general knowledge nobody has published is no hard
// error. What a user assumes is the user's word, and counts as any other.
import type { Derivation } from '../figures/index.ts';
import type { Severity } from '../findings/finding.ts';
import { inLibrary } from '../source/index.ts';
import { exceeds } from '../units/index.ts';

/** Whether a value, or anything it rests on, is assumed by the library. */
export function isAssumed({ provenance, origin, terms }: Derivation): boolean {
  return (provenance?.kind === 'assumed' && origin !== undefined && inLibrary(origin)) || terms.some(isAssumed);
}

/** What a finding is no more than: a warning where the limit is assumed. */
export function mostFor(limit: Derivation): { readonly severity?: Severity } {
  return isAssumed(limit) ? { severity: 'warning' } : {};
}

/** The same of a sum: a warning too where its terms that are known do not go over the limit without the assumed ones. */
export function mostForSum(total: Derivation, limit: Derivation): { readonly severity?: Severity } {
  return exceeds(firmOf(total), limit.value) ? mostFor(limit) : { severity: 'warning' };
}

/** What the terms of a sum come to that are known and not assumed by the library. */
export function firmOf(total: Derivation): number {
  return total.terms
    .filter((each) => !isAssumed(each))
    .reduce((all, each) => all + (each.times ?? 1) * (Number.isNaN(each.value) ? each.known : each.value), 0);
}

/** What to add to the help where that is so. */
export function assumedHelp({ severity }: { readonly severity?: Severity }): string {
  return severity === undefined ? '' : ' Some of these figures are assumed: set them where you know better.';
}
