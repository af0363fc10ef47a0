// What the title block says of the whole design.
import { type Finding, printCount, printNumber } from '@lightloom/core';
import type { SheetVerdict } from '../../graph/index.ts';

/**
 * `2 errors, 1 warning`, or `0 problems`; notes don't count.
 * @param unjudged limits that aren't judged: without a problem, they leave open whether the design is sound
 */
export function sheetVerdict(findings: readonly Finding[], unjudged: number): SheetVerdict {
  const count = (severity: Finding['severity']): number =>
    findings.reduce((sum, each) => sum + Number(each.severity === severity), 0);
  const [errors, warnings] = [count('error'), count('warning')];
  const parts = [
    ...(errors === 0 ? [] : [printCount(errors, 'error')]),
    ...(warnings === 0 ? [] : [printCount(warnings, 'warning')]),
  ];
  if (parts.length > 0) return { severity: errors > 0 ? 'error' : 'warning', text: parts.join(', ') };
  return unjudged === 0
    ? { severity: 'none', text: '0 problems' }
    : { severity: 'unknown', text: `0 problems, ${printNumber(unjudged, 0)} not judged` };
}
