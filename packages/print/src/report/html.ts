// The report of a design as a page of its own: to open in a browser, to send, to print.
import type { Section } from '../blocks/block.ts';
import { defineFormat } from '../format/format.ts';
import { pageHtml } from '../html/page.ts';
import { picturesHtml } from '../html/pictures.ts';
import { blockHtml, sectionHtml, sectionId } from '../html/section.ts';
import { type Html, html, htmlOf } from '../shown/index.ts';
import { countFindings } from '../wording/counts.ts';
import { type ReportDocument, reportDocument } from './document.ts';
import { conditionNotes, verdictText } from './sections/verdict.ts';
import { briefSections, detailSections, limitSections } from './sections.ts';

/** The title of the section of pictures. */
const pictures = 'Drawings';

export const format = defineFormat({
  document: reportDocument,
  name: 'html',
  title: 'a page with drawings and sortable tables, for a review board or to print',
  print(document, { sources }) {
    const isBrief = document.detail === 'brief';
    const first = [...briefSections(document, sources), ...(isBrief ? [] : limitSections(document))];
    const rest = isBrief ? [] : detailSections(document, sources);
    const drawn = picturesHtml(document.pictures);
    const titles = [...titlesOf(first), ...(drawn.length === 0 ? [] : [pictures]), ...titlesOf(rest)];
    return pageHtml({
      title: `Design report: ${document.path}`,
      header: headerOf(document),
      contents: titles.map((title) => ({ id: sectionId(title), title })),
      main: htmlOf([...first.map(sectionHtml), ...sectionOf(drawn), ...rest.map(sectionHtml)], '\n'),
    });
  },
});

function titlesOf(sections: readonly Section[]): string[] {
  return sections.map(({ title }) => title);
}

function sectionOf(drawn: readonly Html[]): Html[] {
  if (drawn.length === 0) return [];
  return [html`<section id="${sectionId(pictures)}">\n<h2>${pictures}</h2>\n${htmlOf(drawn, '\n')}\n</section>`];
}

function headerOf({ path, report, findings, judged, date }: ReportDocument): Html {
  const { state, verdict, required, found } = verdictText(report, countFindings(findings), judged);
  const notes = conditionNotes(report).map((each) => blockHtml(each, 'Conditions'));
  return html`<p class="kind">Design report</p>
<h1>${path}</h1>
${date === undefined ? '' : html`<p class="date"><time datetime="${date}">${date}</time></p>`}
<div class="verdict ${state}"><p><strong>${verdict}</strong> ${required}</p><p><code>lightloom check</code>: ${found}</p></div>
${htmlOf(notes, '\n')}`;
}
