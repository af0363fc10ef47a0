// Findings as annotations on the lines of a pull request: workflow commands that GitHub Actions reads from the output.
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { findingsDocument } from './document.ts';
import { bySeverity, type ListedFinding, listedFindings, paragraphsOf, relatedText } from './listed.ts';
import { summaryText } from './summary.ts';

const command = { error: 'error', warning: 'warning', note: 'notice' } as const;
/** Annotations of a kind that GitHub shows for a step; it drops the rest without a word. */
const maxShown = 10;

export const format = defineFormat({
  document: findingsDocument,
  name: 'github',
  title: 'annotations of GitHub Actions, on the lines of a pull request',
  print(document, { sources }) {
    const listed = bySeverity(listedFindings(document, sources));
    const annotations = listed.map((each) => {
      const text = [
        ...paragraphsOf(each),
        ...each.finding.related.map((related) => relatedText(related, sources)),
      ].join('\n');
      return `::${command[each.finding.severity]} ${propertiesOf(each)}::${escapeData(text)}`;
    });
    const { counts } = document;
    const hidden = Math.max(...Object.values(counts)) > maxShown;
    const last = hidden
      ? [`GitHub shows the first ${maxShown} errors, warnings and notes of a step as annotations.`]
      : [];
    return `${[...annotations, summaryText(document), ...last].join('\n')}\n`;
  },
});

/** `file=…,line=…,endLine=…,col=…,endColumn=…,title=…`; columns only within one line, as GitHub takes them. */
function propertiesOf({ finding, location: { path, start, end } }: ListedFinding): string {
  const columns =
    start.line === end.line
      ? [['col', start.column] as const, ['endColumn', Math.max(start.column, end.column - 1)] as const]
      : [];
  return [
    ['file', visible(path)] as const,
    ['line', start.line] as const,
    ['endLine', end.line] as const,
    ...columns,
    ['title', finding.rule] as const,
  ]
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
}

/** As `escapeData` of actions/toolkit. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `escapeProperty` of actions/toolkit. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
