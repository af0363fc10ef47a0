// What the title block says of the whole design.
import { type Finding, printCount } from '@lightloom/core';
import type { SheetVerdict } from '../../graph/index.ts';

/** `2 errors, 1 warning`, or `0 problems`; notes don't count. */
export function sheetVerdict(findings: readonly Finding[]): SheetVerdict {
  const count = (severity: Finding['severity']): number =>
    findings.reduce((sum, each) => sum + Number(each.severity === severity), 0);
  const [errors, warnings] = [count('error'), count('warning')];
  const parts = [
    ...(errors === 0 ? [] : [printCount(errors, 'error')]),
    ...(warnings === 0 ? [] : [printCount(warnings, 'warning')]),
  ];
  return {
    severity: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none',
    text: parts.length === 0 ? '0 problems' : parts.join(', '),
  };
}
