// What a check finds: errors and warnings, then notes.
import type { Finding } from '@lightloom/core';
import { type Block, type FullCell, table, textColumns } from '../../blocks/block.ts';
import { asCode, asLines, asSentence } from '../../blocks/rich.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';

const severities: Readonly<Record<Finding['severity'], FullCell>> = {
  error: { text: 'error', order: 0, state: 'bad' },
  warning: { text: 'warning', order: 1, state: 'warn' },
  note: { text: 'note', order: 2 },
};

/** Errors first; notes need no action and are out of the way. */
export function findingTables(findings: readonly Finding[], sources: Sources): Block[] {
  const of = (severity: Finding['severity']): Finding[] => findings.filter((each) => each.severity === severity);
  const columns = textColumns('Severity', 'Finding', 'Where', 'Rule');
  const rows = (some: readonly Finding[]) => some.map((each) => findingCells(each, sources));
  const problems = [...of('error'), ...of('warning')];
  const none: Block[] = problems.length === 0 ? [{ kind: 'text', text: 'No errors and no warnings.' }] : [];
  return [
    ...none,
    ...table(columns, rows(problems)),
    ...table(columns, rows(of('note')), { caption: 'Notes', folded: true }),
  ];
}

function findingCells(finding: Finding, sources: Sources) {
  const { severity, message, consequences, help, origin, rule } = finding;
  const lines = [message, ...consequences.map((each) => `Also: ${each}`), ...(help === undefined ? [] : [help])];
  return [
    severities[severity],
    asLines(lines.map(asSentence)),
    origin.uri === '' ? '–' : asCode(lineAddress(origin, sources)),
    asCode(rule),
  ];
}
