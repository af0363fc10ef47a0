// Findings as a JUnit report, which most CI systems show: a suite for each file, a case for each finding.
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import type { Sources } from '../text/source-text.ts';
import { findingsDocument } from './document.ts';
import { type ListedFinding, listedFindings, paragraphsOf, relatedText } from './listed.ts';

/** Reports need a time; a fixed one keeps equal runs equal. */
const timestamp = '1970-01-01T00:00:00';

/**
 * Only errors are failures: a warning or a note is a case that passes, with its text in the output of the suite. A file without findings has
 * one case, which passes.
 */
export const format = defineFormat({
  document: findingsDocument,
  name: 'junit',
  title: 'JUnit XML, for test reports of CI systems',
  print(document, { sources }) {
    const byFile = new Map<string, ListedFinding[]>(document.files.map((each) => [each, []]));
    for (const each of listedFindings(document, sources)) {
      const known = byFile.get(each.location.path);
      if (known === undefined) byFile.set(each.location.path, [each]);
      else known.push(each);
    }
    const suites = [...byFile].map(([path, findings], id) => suite(path, id, findings, sources));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
  },
});

function suite(path: string, id: number, findings: readonly ListedFinding[], sources: Sources): string {
  const failures = findings.filter(({ finding }) => finding.severity === 'error').length;
  const cases =
    findings.length === 0
      ? [`    <testcase name="no problems" classname="${attribute(path)}" time="0"/>\n`]
      : findings.map((each) => testCase(path, each, sources));
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" time="0"`;
  const rest = `package="lightloom" id="${id}" timestamp="${timestamp}" hostname="localhost"`;
  const remarks = findings
    .filter(({ finding }) => finding.severity !== 'error')
    .map((each) => {
      const { finding, location } = each;
      const place = `${path}:${location.start.line}:${location.start.column}`;
      return [`${place}: ${finding.severity} [${finding.rule}]`, ...paragraphsOf(each)].join('\n');
    });
  return [
    `  <testsuite name="${attribute(path)}" ${rest} ${counts}>\n    <properties/>\n`,
    ...cases,
    `    <system-out>${escapeText(remarks.join('\n\n'))}</system-out>\n    <system-err/>\n  </testsuite>\n`,
  ].join('');
}

function testCase(path: string, listed: ListedFinding, sources: Sources): string {
  const { rule, severity, message, related } = listed.finding;
  const { start } = listed.location;
  const open = `    <testcase name="${attribute(`${rule} at ${start.line}:${start.column}`)}" classname="${attribute(path)}" time="0"`;
  if (severity !== 'error') return `${open}/>\n`;
  const text = [
    `${path}:${start.line}:${start.column}`,
    ...paragraphsOf(listed),
    ...related.map((each) => relatedText(each, sources)),
  ];
  return `${open}>\n      <failure type="${attribute(rule)}" message="${attribute(message)}">${escapeText(text.join('\n'))}</failure>\n    </testcase>\n`;
}

/** A text in an attribute. */
function attribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/** A text between tags: nothing in it is markup, or a character that XML has no place for. */
function escapeText(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
