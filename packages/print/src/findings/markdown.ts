// Findings as Markdown: for a job summary or a comment on a pull request.
import { concernedText, type Finding } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { commentLimit } from '../markdown/comment.ts';
import { markdownTable, textColumns } from '../markdown/table.ts';
import { code, joined, sentence } from '../shown/index.ts';
import { countText } from '../wording/counts.ts';
import { findingsDocument } from './document.ts';
import { bySeverity, listedFindings } from './listed.ts';
import { summaryText } from './summary.ts';

/** Findings that are listed at most; fewer where they would be too long for a comment. */
const maxListed = 500;

export const format = defineFormat({
  document: findingsDocument,
  name: 'md',
  title: 'Markdown, for a job summary or a pull request',
  print(document, { sources }) {
    const listed = bySeverity(listedFindings(document, sources));
    const remarksOn = (finding: Finding): string[] => {
      const concerned = concernedText(finding, document.fabrics.get(finding));
      return [
        ...(concerned === undefined ? [] : [`Concerns ${concerned}.`]),
        ...(finding.help === undefined ? [] : [finding.help]),
      ];
    };
    const all = listed
      .slice(0, maxListed)
      .map(({ finding, location: { path, start } }) => [
        finding.severity,
        code(`${path}:${start.line}`),
        joined([finding.message, ...remarksOn(finding)].map(sentence), ' '),
        code(finding.rule),
      ]);
    const { counts } = document;
    const verdict = counts.error > 0 ? 'Failed' : counts.warning > 0 ? 'Passed with warnings' : 'Passed';
    const textOf = (rows: typeof all): string => {
      const rest = listed.length - rows.length;
      return `${[
        `## Lightloom: ${verdict}`,
        summaryText(document),
        ...(rows.length === 0 ? [] : [markdownTable(textColumns('Severity', 'Place', 'Finding', 'Rule'), rows)]),
        ...(rest > 0 ? [`… and ${rest} more of ${countText(counts)}; \`--format json\` lists them all.`] : []),
      ].join('\n\n')}\n`;
    };
    let text = textOf(all);
    for (let most = all.length; text.length > commentLimit && most > 0; text = textOf(all.slice(0, most)))
      most = Math.floor((most * 3) / 4);
    return text;
  },
});
