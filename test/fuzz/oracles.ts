// What must hold of every design, whoever wrote it. Each gives what is wrong, or nothing.
import { allRules, type Finding, fingerprintsOf, reportOf, tableExports } from '@lightloom/core';
import { type Design, formatFabric, problemKinds } from '@lightloom/language';
import type { Tested } from '@lightloom/language/testing';
import {
  countFindings,
  findingsDocument,
  formatsOf,
  printDocument,
  reportDocument,
  sourceTextOf,
  tableDocument,
  themeFor,
} from '@lightloom/print';
import { hasSameTokens } from '../../packages/language/src/format/same.ts';
import { type Row, rowsOf } from '../kit/tables.ts';
import { notHtml } from './html.ts';

/** An analysis that ended: findings lie in texts that exist, no rule failed, and every gap has an error. */
export function saneAnalysis({ analysis, services }: Tested): string | undefined {
  const { findings, fabric } = analysis;
  for (const finding of findings) {
    if (isOfRule(finding.rule) && (finding.subjects?.ids.length ?? 0) === 0) return `${finding.rule} is about nothing`;
    const said = finding.message.replace(/`[^`]*`/g, '');
    if (!/\S/.test(finding.message)) return `${finding.rule} says nothing`;
    // What somebody wrote as a reason or a source may hold any word.
    if (!finding.rule.startsWith('provenance/') && /failed: |undefined|NaN|\[object/.test(said))
      return `${finding.rule} says: ${finding.message}`;
    for (const { origin } of [finding, ...finding.related]) {
      const document = services.shared.workspace.LangiumDocuments.all.find(({ uri }) => uri.toString() === origin.uri);
      const length = document?.textDocument.getText().length ?? -1;
      if (origin.start < 0 || origin.start > origin.end || origin.end > length)
        return `${finding.rule} is at ${origin.start}..${origin.end} of ${length}`;
    }
  }
  const gap = Object.entries(fabric.gaps).find(([, isOpen]) => isOpen);
  const hasError = findings.some(({ severity }) => severity === 'error');
  return gap === undefined || hasError ? undefined : `${gap[0]} are incomplete without an error`;
}

/** Whether a rule found it, whose findings have subjects; an allowance that is too many is a matter of the text. */
function isOfRule(id: string): boolean {
  return id !== 'control/unused-allow' && allRules.some((rule) => rule.id === id);
}

/** Whether something is wrong with the text; that a type isn't used is a note, and nothing wrong. */
const isWrongText = ({ rule, severity }: Finding): boolean => severity !== 'note' && Object.hasOwn(problemKinds, rule);

/** A valid design has nothing wrong in its text. */
export function validText({ analysis }: Tested): string | undefined {
  const wrong = analysis.findings.find(isWrongText);
  return wrong === undefined ? undefined : `${wrong.rule}: ${wrong.message}`;
}

/** Formatting twice is formatting once, and loses nothing. */
export function stableFormat(text: string): string | undefined {
  const { text: once } = formatFabric(text);
  if (!hasSameTokens(text, once)) return 'formatting changes the tokens';
  return formatFabric(once).text === once ? undefined : 'formatting a second time changes the text again';
}

/** What was found, without places, where nothing is wrong with the text: what is missing there depends on its lines. */
export function meaningOf({ findings, fabric }: Design): string {
  if (findings.some(isWrongText)) return '';
  const told = findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
  return JSON.stringify([told, fabric.devices.count, fabric.links.count, fabric.racks.count]);
}

/** What is bought, what is laid and what is reported are the same fibers, boxes and racks. */
export function sameTotals({ analysis: { facts } }: Tested): string | undefined {
  const { totals } = reportOf(facts);
  const bill = rowsOf('bom', facts);
  const cables = rowsOf('cables', facts);
  const sum = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const bought = (kind: string): number =>
    sum(
      bill.filter((row) => row['kind'] === kind),
      (row) => Number(row['count']),
    );
  const inBill = sum(
    bill.filter((row) => row['fibers'] !== ''),
    (row) => Number(row['count']) * Number(row['fibers']),
  );
  const laid = sum(cables, (row) => (row['fibers'] === 'unknown' ? Number.NaN : Number(row['fibers'])));
  for (const [what, one, other] of [
    ['fibers of the bill and of the report', inBill, totals.fibers.value],
    ['fibers of the cable schedule and of the report', laid, totals.fibers.value],
    ['switches', bought('switch'), totals.switches],
    ['hosts', bought('host'), totals.hosts],
    ['racks', bought('rack'), totals.racks],
    ['modules', bought('module'), totals.modules.value],
  ] as const)
    if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return `${what} differ: ${one} and ${other}`;
  return undefined;
}

/** Everything that is printed is well-formed: JSON is read again, every row of a table has all its cells, a page has our tags only. */
export function wellFormed({ analysis, services }: Tested): string | undefined {
  const { facts, findings } = analysis;
  const { LangiumDocuments } = services.shared.workspace;
  const sources = (uri: string) =>
    sourceTextOf(uri, LangiumDocuments.all.find((each) => each.uri.toString() === uri)?.textDocument.getText() ?? '');
  const context = { sources, theme: themeFor({ isTerminal: false, env: {} } as never), width: 80 };
  const counts = countFindings(findings);
  const fingerprints = fingerprintsOf(analysis.fabric);
  const checked = {
    files: ['design.fabric'],
    findings,
    suppressed: [],
    fabrics: new Map(findings.map((each: Finding) => [each, analysis.fabric])),
    designs: new Map(findings.map((each: Finding) => [each, ['design.fabric']])),
    fingerprints: new Map(findings.map((each: Finding) => [each, fingerprints.fingerprint(each)])),
    topics: new Map(),
    version: '0',
    judged: [{ design: 'design.fabric', judged: analysis.judged }],
    counts,
    unreadable: 0,
    settings: [],
    basis: facts.basis,
    derivations: 'whole',
  } as const;
  const report = {
    path: 'design.fabric',
    findings: analysis.findings,
    fabric: analysis.fabric,
    report: reportOf(facts),
    judged: analysis.judged,
    mostRows: 1000,
    detail: 'full',
    pictures: [],
    date: undefined,
  } as const;
  const printed = [
    ...formatsOf(findingsDocument).map(({ name }) => [name, printDocument(findingsDocument, checked, context, name)]),
    ...formatsOf(reportDocument).map(({ name }) => [name, printDocument(reportDocument, report, context, name)]),
    ...tableExports.flatMap((table) =>
      formatsOf(tableDocument).map(({ name }) => [
        name,
        printDocument(tableDocument, { table, facts, path: 'design.fabric', counts }, context, name),
      ]),
    ),
  ] as const;
  for (const [name = '', text = ''] of printed) {
    const wrong = ['json', 'sarif', 'gitlab'].includes(name)
      ? notJson(text)
      : name === 'csv'
        ? unevenRows(text)
        : name === 'html'
          ? notHtml(text)
          : undefined;
    if (wrong !== undefined) return `${name}: ${wrong}`;
  }
  return undefined;
}

function notJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** A row with other cells than the head, by RFC 4180. */
function unevenRows(text: string): string | undefined {
  const cells: number[] = [];
  let count = 1;
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === ',') count++;
    else if (sign === '\n') {
      cells.push(count);
      count = 1;
    }
  }
  if (quoted) return 'a quote is open at the end';
  const uneven = cells.findIndex((each) => each !== cells[0]);
  return uneven < 0 ? undefined : `row ${uneven + 1} has ${cells[uneven]} cells, the head ${cells[0]}`;
}
