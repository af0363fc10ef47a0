// Findings by severity, counted and in words.
import { type Finding, printCount } from '@lightloom/core';

/** How many findings of each severity. */
export type Counts = Readonly<Record<Finding['severity'], number>>;

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `1 error, 2 warnings, 4 notes`; a severity without findings is left out. */
export function countText(counts: Counts): string {
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => printCount(counts[severity], severity))
    .join(', ');
}
