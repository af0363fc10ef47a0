// The severity of a rule: its own, or the one that a project sets for it or for its family.
import type { Severity } from './finding.ts';

/** What a project can set. */
export type Strictness = Severity | 'off';

/** Severities by rule or family, as `power/rack-budget` or `power`. */
export type Severities = ReadonlyMap<string, Strictness>;

/** The severity of a rule: what is set for it, else for its family, else its own. */
export function severityOf(severities: Severities, id: string, own: Severity): Strictness {
  return severities.get(id) ?? severities.get(id.slice(0, id.indexOf('/'))) ?? own;
}

/** From mild to hard. */
const bySeverity: readonly Severity[] = ['note', 'warning', 'error'];

/** Orders what has a severity from hard to mild. */
export function hardestFirst(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return bySeverity.indexOf(b.severity) - bySeverity.indexOf(a.severity);
}

/** The milder of two severities. */
export function milderOf(a: Severity, b: Severity): Severity {
  return bySeverity.indexOf(b) < bySeverity.indexOf(a) ? b : a;
}
