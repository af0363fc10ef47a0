// All findings of a run for people: file by file, and a line that sums them up.
import type { Finding } from '@lightloom/core';
import { type PrettyStyle, prettyFinding, prettyNote } from './pretty-finding.ts';
import type { Sources } from './source.ts';
import { type Checked, countFindings, countText, summaryText } from './summary.ts';

/** Findings of one file that are shown: nobody reads on after so many, and a broken file can have thousands. */
const mostInFile = 50;
/** Notes that are shown. */
const mostNotes = 20;

/**
 * The text of a run, without colors when the theme has none. Notes come first, a line each, so that what there is to
 * work on stands at the end, where a terminal shows it.
 */
export function prettyFindings(checked: Checked, sources: Sources, style: PrettyStyle): string {
  const { theme } = style;
  const more = (rest: readonly Finding[], where: string): string[] =>
    rest.length === 0
      ? []
      : [theme.quiet(`… and ${countText(countFindings(rest))} more${where}; --format json has them all`)];
  const notes = checked.findings.filter((each) => each.severity === 'note');
  const blocks: string[] = [];
  if (notes.length > 0) {
    const lines = notes.slice(0, mostNotes).map((each) => prettyNote(each, sources, style));
    blocks.push([...lines, ...more(notes.slice(mostNotes), '')].join('\n'));
  }
  for (const [uri, findings] of byFile(checked.findings.filter((each) => each.severity !== 'note'))) {
    for (const finding of findings.slice(0, mostInFile)) blocks.push(prettyFinding(finding, sources, style).join('\n'));
    blocks.push(...more(findings.slice(mostInFile), ` in ${sources(uri).path}`));
  }
  const { counts, unreadable } = checked;
  const worst = counts.error + unreadable > 0 ? 'error' : counts.warning > 0 ? 'warning' : undefined;
  const paint = worst === undefined ? theme.good : theme.severity[worst];
  blocks.push(paint(summaryText(checked)));
  return `${blocks.join('\n\n')}\n`;
}

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
