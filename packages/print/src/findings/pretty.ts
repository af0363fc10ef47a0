// Findings for the terminal: file by file, and a line that sums them up.
import type { Finding } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { countFindings, countText } from '../wording/counts.ts';
import { findingsDocument } from './document.ts';
import { prettyFinding, prettyNote } from './pretty-finding.ts';
import { summaryText } from './summary.ts';

/** Findings of one file that are shown: a broken file can have thousands, and nobody reads them all. */
const maxInFile = 50;
/** Notes that are shown. */
const maxNotes = 20;

/** Notes come first, a line each, so that the findings to work on are at the end, where a terminal shows them. */
export const format = defineFormat({
  document: findingsDocument,
  name: 'pretty',
  title: 'text with source excerpts, for a terminal',
  print(document, { sources, theme, width }) {
    const { counts, unreadable } = document;
    const { derivations, designs, files, fabrics } = document;
    const style = { theme, width, derivations, designs, files, fabrics };
    const more = (rest: readonly Finding[], where: string): string[] =>
      rest.length === 0
        ? []
        : [theme.quiet(`… and ${countText(countFindings(rest))} more${where}; --format json lists them all`)];
    const notes = document.findings.filter((each) => each.severity === 'note');
    const blocks: string[] = [];
    if (notes.length > 0) {
      const lines = notes.slice(0, maxNotes).map((each) => prettyNote(each, sources, style));
      blocks.push([...lines, ...more(notes.slice(maxNotes), '')].join('\n'));
    }
    for (const [uri, findings] of byFile(document.findings.filter((each) => each.severity !== 'note'))) {
      for (const finding of findings.slice(0, maxInFile))
        blocks.push(prettyFinding(finding, sources, style).join('\n'));
      blocks.push(...more(findings.slice(maxInFile), ` in ${visible(sources(uri).path)}`));
    }
    const worst = counts.error + unreadable > 0 ? 'error' : counts.warning > 0 ? 'warning' : undefined;
    const paint = worst === undefined ? theme.good : theme.severity[worst];
    blocks.push(paint(visible(summaryText(document))));
    return `${blocks.join('\n\n')}\n`;
  },
});

/** Findings by file, in the order given. */
function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const found = files.get(finding.origin.uri);
    if (found === undefined) files.set(finding.origin.uri, [finding]);
    else found.push(finding);
  }
  return files;
}
