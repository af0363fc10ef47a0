// What a check finds: errors and warnings, which come first, and notes.
import { concernedText, type Fabric, type Finding } from '@lightloom/core';
import { type Block, type FullCell, table, textColumns } from '../../blocks/block.ts';
import { asCode, asLines, asSentence } from '../../blocks/rich.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';

const severities: Readonly<Record<Finding['severity'], FullCell>> = {
  error: { text: 'error', order: 0, state: 'bad' },
  warning: { text: 'warning', order: 1, state: 'warn' },
  note: { text: 'note', order: 2 },
};

/** Findings, and what they were found in. */
interface Found {
  readonly findings: readonly Finding[];
  readonly fabric: Fabric;
}

/** Errors, then warnings. */
export function problemTable(found: Found, sources: Sources): Block[] {
  return findingTable([...of(found, 'error'), ...of(found, 'warning')], found, sources);
}

/** What needs no action. */
export function noteTable(found: Found, sources: Sources): Block[] {
  return findingTable(of(found, 'note'), found, sources);
}

function of({ findings }: Found, severity: Finding['severity']): Finding[] {
  return findings.filter((each) => each.severity === severity);
}

function findingTable(findings: readonly Finding[], { fabric }: Found, sources: Sources): Block[] {
  return table(
    textColumns('Severity', 'Finding', 'Where', 'Rule'),
    findings.map((finding) => {
      const { severity, origin, rule } = finding;
      const where = origin.uri === '' ? '–' : asCode(lineAddress(origin, sources));
      return [severities[severity], asLines(linesOf(finding, fabric).map(asSentence)), where, asCode(rule)];
    }),
  );
}

/** What is wrong, what follows, what it is about, and what to do. */
function linesOf(finding: Finding, fabric: Fabric): string[] {
  const { message, consequences, help } = finding;
  const concerned = concernedText(finding, fabric);
  return [
    message,
    ...consequences.map((each) => `Also: ${each}`),
    ...(concerned === undefined ? [] : [`Concerns ${concerned}.`]),
    ...(help === undefined ? [] : [help]),
  ];
}
