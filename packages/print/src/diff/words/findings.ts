// Findings that are new or gone, in words.
import { type FindingChange, printNumber } from '@lightloom/core';

/** For how many of what it is about it is new or gone; empty for all of them. */
export function shareText({ of, count }: FindingChange, what: 'new' | 'gone'): string {
  return count === of ? '' : ` (${what} for ${printNumber(count, 0)} of ${printNumber(of, 0)})`;
}

/** The most serious first; those of the same words once. */
export function listedFindings(changes: readonly FindingChange[]): FindingChange[] {
  const rank = { error: 0, warning: 1, note: 2 };
  const seen = new Set<string>();
  return changes
    .filter(({ finding: { rule, message } }) => !seen.has(`${rule} ${message}`) && seen.add(`${rule} ${message}`))
    .sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity]);
}
