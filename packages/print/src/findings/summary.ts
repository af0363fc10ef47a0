// The last line of a check: what was checked and the result.
import { printCount } from '@lightloom/core';
import { conditionsOf, settingsText } from '../wording/conditions.ts';
import { countText } from '../wording/counts.ts';
import { countLimits, limitsText } from '../wording/limits.ts';
import type { FindingsDocument } from './document.ts';

/**
 * `2 files checked, 0 problems, 5 notes; 1,412 limits judged, 96 not (3 reasons)`, or
 * `1 file checked, 1 error, 2 warnings, 5 notes; 40 limits judged`.
 */
export function summaryText(
  document: Pick<FindingsDocument, 'files' | 'counts' | 'judged' | 'unreadable' | 'settings' | 'basis'>,
): string {
  const { files, counts, judged, unreadable, settings, basis } = document;
  const clean = counts.error + counts.warning + unreadable === 0;
  const found = [
    [`${printCount(files.length, 'file')} checked`, settingsText(settings)].join(' ').trim(),
    ...conditionsOf({ basis }),
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
    ...(clean ? ['0 problems'] : []),
    countText(counts),
  ]
    .filter((each) => each !== '')
    .join(', ');
  const limits = countLimits(judged.map((each) => each.judged));
  // Little is judged of a design that isn't understood.
  const isSilent = limits.judged + limits.unjudged === 0 && !clean;
  return isSilent ? found : `${found}; ${limitsText(limits)}`;
}
