// How severe a finding may be when it depends on figures that the part library assumes: nobody has published them, so they
// make no error. A figure that the design assumes is the designer's word and counts as any other.
import type { LinkBudget } from '../facts/index.ts';
import { type Derivation, mostOf } from '../figures/index.ts';
import type { Severity } from '../findings/finding.ts';
import { inLibrary } from '../source/index.ts';
import { exceeds } from '../units/index.ts';

/** Whether the part library assumes a value, or one that it depends on. */
export function isAssumed({ provenance, origin, terms }: Derivation): boolean {
  return (provenance?.kind === 'assumed' && origin !== undefined && inLibrary(origin)) || terms.some(isAssumed);
}

/** The highest severity of a finding about a limit: a warning if the limit is assumed, else that of the rule. */
export function severityCap(limit: Derivation): { readonly severity?: Severity } {
  return isAssumed(limit) ? { severity: 'warning' } : {};
}

/** The same for a sum over its limit: also a warning if the terms that aren't assumed stay within the limit. */
export function severityCapOfSum(total: Derivation, limit: Derivation): { readonly severity?: Severity } {
  return severityCapOver(firmOf(total), limit);
}

/** The same for an amount over its limit: of several limits of which the smallest is assumed, another one may be exceeded too. */
export function severityCapOver(amount: number, limit: Derivation): { readonly severity?: Severity } {
  return exceeds(amount, firmLimit(limit)) ? {} : { severity: 'warning' };
}

/** The same for a cable with fixed ends over its reach: the library has the usual reach of its kind, a type of the design that of its data sheet. */
export function severityCapOfCable(reach: Derivation): { readonly severity?: Severity } {
  return reach.origin !== undefined && inLibrary(reach.origin) ? { severity: 'warning' } : severityCap(reach);
}

/** Whether a link that is over its budget or beyond its reach is warned of, and no error: those limits are not firm. */
export function isOnlyWarnedOf({ class: { group }, length, reach, loss, allowed }: LinkBudget): boolean {
  const { severity } =
    group.cable !== undefined
      ? severityCapOfCable(reach)
      : exceeds(length.value, mostOf(reach))
        ? severityCapOver(length.value, reach)
        : severityCapOfSum(loss, allowed);
  return severity === 'warning';
}

/** The part of a limit that the part library doesn't assume; `NaN` where it assumes all of it. */
function firmLimit(limit: Derivation): number {
  if (limit.isLeast !== true) return isAssumed(limit) ? Number.NaN : mostOf(limit);
  const firm = limit.terms.map(firmLimit).filter((value) => !Number.isNaN(value));
  return firm.length === 0 ? Number.NaN : Math.min(...firm);
}

/** The sum of the terms that are known and not assumed by the part library. */
export function firmOf(total: Derivation): number {
  return total.terms
    .filter((each) => !isAssumed(each))
    .reduce((all, each) => all + (each.times ?? 1) * (Number.isNaN(each.value) ? each.known : each.value), 0);
}

/**
 * Of what fails, such as the directions of a link, what is reported: what is an error before what is only warned of, and the one that
 * fails by the most.
 */
export function gravest<T>(
  all: readonly T[],
  capOf: (each: T) => { readonly severity?: Severity },
  excessOf: (each: T) => number,
): T | undefined {
  const isCapped = (each: T): number => (capOf(each).severity === undefined ? 0 : 1);
  return [...all].sort((a, b) => isCapped(a) - isCapped(b) || excessOf(b) - excessOf(a))[0];
}

/** A sentence for the help of a finding that is capped. */
export function assumedHelp({ severity }: { readonly severity?: Severity }): string {
  return severity === undefined ? '' : ' Some of these figures are assumed: replace them if you have better ones.';
}
