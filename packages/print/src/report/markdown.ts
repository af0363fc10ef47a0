// The report of a design as Markdown: what a review asks first comes first.
import { markdownBlock, markdownSection } from '../blocks/markdown.ts';
import { defineFormat } from '../format/format.ts';
import { markdown, markdownText } from '../shown/index.ts';
import { countFindings } from '../wording/counts.ts';
import { boundedReport, cutText } from './bounded.ts';
import { reportDocument } from './document.ts';
import { conditionNotes, verdictText } from './sections/verdict.ts';
import { briefSections, detailSections, limitSections } from './sections.ts';

export const format = defineFormat({
  document: reportDocument,
  name: 'md',
  title: 'Markdown, for a review or a pull request',
  print(document, { sources }) {
    const { path, findings, judged, detail, date, mostRows } = document;
    const { report, cut } = boundedReport(document.report, mostRows);
    const { verdict, required, found } = verdictText(report, countFindings(findings), judged);
    const shown = { ...document, report, findings: findings.slice(0, mostRows) };
    const sections = [
      ...briefSections(shown, sources),
      ...(detail === 'brief' ? [] : [...limitSections(shown), ...detailSections(shown, sources)]),
    ];
    const more = findings.length > mostRows ? [{ list: 'findings', shown: mostRows, of: findings.length }] : [];
    const left = [...more, ...cut];
    const blocks = [
      markdown`# Design report: ${path}`.source,
      ...(date === undefined ? [] : [markdown`${date}`.source]),
      `**${verdict}** ${required} \`lightloom check\`: ${found}`,
      ...conditionNotes(report).map(markdownBlock),
      ...sections.flatMap(markdownSection),
      ...(left.length === 0 ? [] : [markdownText(cutText(left))]),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
});
