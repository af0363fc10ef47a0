// What is drawn of any design is well-formed, in each language: a view at random, since drawing all takes longer than the analysis.
import { join } from 'node:path';
import { layout, type NotationName, notationOf, svg } from '@lightloom/diagram';
import { type Design, graphOf, viewsOf } from '@lightloom/language';
import { pdfOf } from '../../packages/render/src/pdf.ts';
import { readSvg } from '../../packages/render/src/svg-reader.ts';
import { pdfFile } from '../../packages/render/test/pdf-file.ts';
import type { Dice } from './dice.ts';

/** The fonts of pictures; the bundle is in a folder beside the packages. */
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf', name),
);

const notations: readonly NotationName[] = ['mermaid', 'md', 'd2', 'dot', 'drawio'];

/** What is wrong with a drawing of a design; undefined where nothing is. */
export async function wellDrawn(design: Design, dice: Dice): Promise<string | undefined> {
  const views = await viewsOf(design);
  if (views.length === 0) return undefined;
  const { id } = dice.pick(views);
  const graph = await graphOf(design, id);
  if (graph === undefined) return `the view ${id} is listed, and isn't there`;
  const placed = await layout(graph);
  readSvg(svg(placed, { theme: dice.pick(['light', 'dark', 'print'] as const) }));
  for (const name of notations) {
    const text = notationOf(placed, name, 'light');
    const wrong = name === 'drawio' ? openTag(text) : name === 'd2' || name === 'dot' ? openBrace(text) : undefined;
    if (wrong !== undefined) return `${id} as ${name}: ${wrong}`;
    if (!/\S/.test(text)) return `${id} as ${name} is empty`;
  }
  // It takes ten times as long as all of these.
  const wrong = dice.once(4) ? await notPdf(svg(placed, { theme: 'print' })) : undefined;
  return wrong && `${id} as pdf: ${wrong}`;
}

/** What is wrong with a drawing as a PDF: it has a header, an end, an index of its objects, and pages that draw something. */
async function notPdf(drawing: string): Promise<string | undefined> {
  const picture = await pdfOf([{ name: 'view', svg: () => drawing }], { fonts });
  if ('problem' in picture) return /takes \d+ sheets/.test(picture.problem) ? undefined : picture.problem;
  const file = Buffer.from(picture.bytes).toString('latin1');
  if (!/^%PDF-1\.\d\n/.test(file) || !/\nstartxref\n\d+\n%%EOF\n?$/.test(file)) return 'it has no header or no end';
  const { pages, content } = pdfFile(picture.bytes);
  return pages > 0 && /\S/.test(content) ? undefined : 'it draws nothing';
}

/** The first tag of XML that isn't closed, or closes another one. */
function openTag(text: string): string | undefined {
  const open: string[] = [];
  for (const [tag, closes, name = '', alone] of text.matchAll(/<(\/?)([A-Za-z]+)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closes === '/' && open.pop() !== name) return `${tag} closes nothing`;
    if (closes === '' && alone === '') open.push(name);
  }
  const stray = /[<>]/.exec(text.replace(/<\/?[A-Za-z]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, ''));
  return stray === null ? open[0] : `a stray ${stray[0]}`;
}

/** Braces that aren't closed, outside of strings. */
function openBrace(text: string): string | undefined {
  let depth = 0;
  for (const [sign] of text
    .replace(/#[^\n]*/g, (each) => (each.includes('"') ? each : ''))
    .matchAll(/"(?:\\.|[^"\\])*"|[{}]/gs)) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return 'a brace closes nothing';
  }
  return depth === 0 ? undefined : `${depth} braces are open`;
}
