// The report of a design as Markdown: what a review asks first comes first.
import { markdownBlock, markdownSection } from '../blocks/markdown.ts';
import { defineFormat } from '../format/format.ts';
import { markdown } from '../shown/index.ts';
import { countFindings } from '../wording/counts.ts';
import { reportDocument } from './document.ts';
import { conditionNotes, verdictText } from './sections/verdict.ts';
import { briefSections, detailSections, limitSections } from './sections.ts';

export const format = defineFormat({
  document: reportDocument,
  name: 'md',
  title: 'Markdown, for a review or a pull request',
  print(document, { sources }) {
    const { path, report, findings, judged, detail, date } = document;
    const { verdict, required, found } = verdictText(report, countFindings(findings), judged);
    const sections = [
      ...briefSections(document, sources),
      ...(detail === 'brief' ? [] : [...limitSections(document), ...detailSections(document, sources)]),
    ];
    const blocks = [
      markdown`# Design report: ${path}`.source,
      ...(date === undefined ? [] : [markdown`${date}`.source]),
      `**${verdict}** ${required} \`lightloom check\`: ${found}`,
      ...conditionNotes(report).map(markdownBlock),
      ...sections.flatMap(markdownSection),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
});
