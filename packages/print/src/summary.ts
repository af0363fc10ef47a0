// The last line of a check: how much was looked at, and what came of it.
import { type Basis, type Finding, printCount, type Setting } from '@lightloom/core';
import { conditionsOf, settingsText } from './conditions.ts';

/** How many findings of each severity. */
export type Counts = Readonly<Record<Finding['severity'], number>>;

/** What a check came to. */
export interface Checked {
  /** Files that were asked for, as they are shown. */
  readonly files: readonly string[];
  /** Sorted by file and place. */
  readonly findings: readonly Finding[];
  /** Of all findings, those that are not shown included. */
  readonly counts: Counts;
  /** Files that were asked for and can't be read. */
  readonly unreadable: number;
  /** What was set from outside. */
  readonly settings?: readonly Setting[];
  /** What power, heat and loss are made of: the worst case when not said otherwise. */
  readonly basis?: Basis;
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `2 files checked, 0 problems, 5 notes`, or `1 file checked, 1 error, 2 warnings, 5 notes`. */
export function summaryText({ files, counts, unreadable, settings = [], basis }: Omit<Checked, 'findings'>): string {
  const clean = counts.error + counts.warning + unreadable === 0;
  return [
    [`${printCount(files.length, 'file')} checked`, settingsText(settings)].join(' ').trim(),
    ...conditionsOf({ basis }),
    ...(unreadable > 0 ? [`${unreadable} not readable`] : []),
    ...(clean ? ['0 problems'] : []),
    countText(counts),
  ]
    .filter((each) => each !== '')
    .join(', ');
}

/** `1 error, 2 warnings, 4 notes`; what there is none of is left out. */
export function countText(counts: Counts): string {
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => printCount(counts[severity], severity))
    .join(', ');
}
