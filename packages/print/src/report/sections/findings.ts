// What a check finds: errors and warnings, which come first, and notes.
import type { Finding } from '@lightloom/core';
import { type Block, type FullCell, table, textColumns } from '../../blocks/block.ts';
import { asCode, asLines, asSentence } from '../../blocks/rich.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';

const severities: Readonly<Record<Finding['severity'], FullCell>> = {
  error: { text: 'error', order: 0, state: 'bad' },
  warning: { text: 'warning', order: 1, state: 'warn' },
  note: { text: 'note', order: 2 },
};

/** Errors, then warnings. */
export function problemTable(findings: readonly Finding[], sources: Sources): Block[] {
  return findingTable([...of(findings, 'error'), ...of(findings, 'warning')], sources);
}

/** What needs no action. */
export function noteTable(findings: readonly Finding[], sources: Sources): Block[] {
  return findingTable(of(findings, 'note'), sources);
}

function of(findings: readonly Finding[], severity: Finding['severity']): Finding[] {
  return findings.filter((each) => each.severity === severity);
}

function findingTable(findings: readonly Finding[], sources: Sources): Block[] {
  return table(
    textColumns('Severity', 'Finding', 'Where', 'Rule'),
    findings.map((each) => findingCells(each, sources)),
  );
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
