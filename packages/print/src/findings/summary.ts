// The last line of a check: what was checked and the result.
import { printCount } from '@lightloom/core';
import { conditionsOf, settingsText } from '../wording/conditions.ts';
import { countText } from '../wording/counts.ts';
import type { FindingsDocument } from './document.ts';

/** `2 files checked, 0 problems, 5 notes`, or `1 file checked, 1 error, 2 warnings, 5 notes`. */
export function summaryText(
  document: Pick<FindingsDocument, 'files' | 'counts' | 'unreadable' | 'settings' | 'basis'>,
): string {
  const { files, counts, unreadable, settings, basis } = document;
  const clean = counts.error + counts.warning + unreadable === 0;
  return [
    [`${printCount(files.length, 'file')} checked`, settingsText(settings)].join(' ').trim(),
    ...conditionsOf({ basis }),
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
    ...(clean ? ['0 problems'] : []),
    countText(counts),
  ]
    .filter((each) => each !== '')
    .join(', ');
}
