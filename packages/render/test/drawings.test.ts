// Whatever Lightloom draws is a PDF too: every view of the examples and of designs that were hard to draw.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { draw, viewsOf } from '@lightloom/language';
import { textAnalyzer } from '@lightloom/language/testing';
import { expect, it } from 'vitest';
import { examples, site } from '../../../test/kit/examples.ts';
import { root } from '../../../test/sources.ts';
import { fontNames, pdfOf } from '../src/index.ts';
import { readSvg, type SvgElement } from '../src/svg-reader.ts';
import { pdfFile } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
const folder = join(root, 'test/cases/drawings');
const hard = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

const analyze = textAnalyzer(site);

/** The texts of a drawing, in the order they are drawn. */
const textsIn = ({ name, text, children }: SvgElement): string[] =>
  name === 'text' ? [text] : children.flatMap(textsIn);

it.each(Object.entries({ ...examples, ...hard }))('%s', async (_, text) => {
  const { analysis: design } = await analyze(text);
  for (const [at, { id }] of (await viewsOf(design)).entries()) {
    const svg = await draw(design, id, { theme: at % 2 === 0 ? 'light' : 'dark' });
    if (svg === undefined) throw new Error(`no view ${id}`);
    const picture = await pdfOf(svg, { paper: 'a4', fonts });
    expect(picture).toMatchObject({ missing: [] });
    if ('bytes' in picture) expect(pdfFile(picture.bytes).texts).toEqual(textsIn(readSvg(svg)));
  }
});
