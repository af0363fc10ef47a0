// Whatever Lightloom draws is a PDF too: every view of the examples, of designs that were hard to draw, and of generated ones.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { draw, viewsOf } from '@lightloom/language';
import { textAnalyzer } from '@lightloom/language/testing';
import { expect, it } from 'vitest';
import { meshDesign } from '../../../test/bench/designs.ts';
import { examples, site } from '../../../test/kit/examples.ts';
import { root } from '../../../test/sources.ts';
import { textWidth } from '../../diagram/src/layout/geometry/typography.ts';
import { fontNames } from '../src/index.ts';
import { sheetsFor } from '../src/paper.ts';
import { boxesIn, contentOf, smallestType } from '../src/svg-bounds.ts';
import { readSvg, type SvgElement } from '../src/svg-reader.ts';
import { onePdf, pdfFile } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
const folder = join(root, 'test/cases/drawings');
const hard = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** A network of so many places in a ring, with a link from each third to the one across. */
function wide(places: number): string {
  const links = Array.from({ length: places }, (_, i) => [i, (i + 1) % places] as const).concat(
    Array.from(
      { length: Math.floor(places / 3) },
      (_, i) => [3 * i, (3 * i + Math.floor(places / 2)) % places] as const,
    ),
  );
  const used = new Map<number, number>();
  const port = (place: number): string => {
    used.set(place, (used.get(place) ?? 0) + 1);
    return `place${place}.line[${used.get(place)}]`;
  };
  return `import "std/qsfp"
import "std/fiber"
switch type Router { height 2 RU  power 0.8 kW  ports line[1..8] : QSFP-DD { power 25 W } }
network wan : scale-across {
${links.map(([a, b]) => `  link ${port(a)} to ${port(b)} over OS2 { length 60 km }`).join('\n')}
${Array.from({ length: places }, (_, i) => `  switch place${i} : Router  plug QsfpDd400Zr into place${i}.line[1..${used.get(i)}]`).join('\n')}
}`;
}

/** Designs as they are generated. */
const generated = { 'a network of 48 places': wide(48), 'a mesh of 16 by 32': meshDesign(16, 32) };

const analyze = textAnalyzer(site);

/** The texts of a drawing, in the order they are drawn. */
const textsIn = ({ name, text, children }: SvgElement): string[] =>
  name === 'text' ? [text] : children.flatMap(textsIn);

/** Texts and boxes of a drawing that no sheet of A4 shows whole with capitals of at least 1.8 mm, but what is larger than a sheet. */
function unreadable(drawing: SvgElement): readonly string[] {
  const [, , width = 0, height = 0] = (drawing.attributes.viewBox ?? '').split(' ').map(Number);
  const [content, smallest] = [contentOf(drawing, width, height), smallestType(drawing)];
  const sheets = sheetsFor(
    { content, smallest, boxes: boxesIn(drawing), block: { width: 600, height: 70 } },
    { paper: 'a4' },
  );
  // DejaVu Sans has capitals of 0.729 of its size; a point is 25.4 / 72 mm.
  const legible = sheets.filter(({ scale }) => (smallest * 0.729 * scale * 25.4) / 72 >= 1.799);
  return textBoxes(drawing)
    .filter(({ x, y, width: across, height: down }) =>
      legible.every(
        ({ piece }) =>
          x < piece.x - 1 ||
          y < piece.y - 1 ||
          x + across > piece.x + piece.width + 1 ||
          y + down > piece.y + piece.height + 1,
      ),
    )
    .map(({ text }) => text);
}

/** Where the texts of a drawing are, without title block and legend, which are on the first sheet and on each. */
function textBoxes({
  name,
  attributes,
  text,
  children,
}: SvgElement): { x: number; y: number; width: number; height: number; text: string }[] {
  if (attributes['data-kind'] === 'block' || attributes['data-kind'] === 'legend') return [];
  if (name !== 'text') return children.flatMap(textBoxes);
  const size = Number(attributes['font-size']);
  const width = textWidth(text, attributes['font-weight'] === undefined ? 'small' : 'strong') * (size / 10.5);
  const left = Number(attributes.x) - width * ({ middle: 0.5, end: 1 }[attributes['text-anchor'] ?? ''] ?? 0);
  return [{ x: left, y: Number(attributes.y) - size * 0.729, width, height: size * 0.729, text }];
}

/** Elements for things of the design that lack an id, a title for pointers or a description for screen readers. */
function undescribed({ attributes, children }: SvgElement): string[] {
  const has = (name: string): boolean => children.some((each) => each.name === name && each.text !== '');
  const isThing = attributes['data-kind'] !== undefined && attributes['data-kind'] !== 'mark';
  const isWhole = (attributes['data-id'] ?? '') !== '' && has('title') && has('desc');
  return [...(isThing && !isWhole ? [JSON.stringify(attributes)] : []), ...children.flatMap(undescribed)];
}

it.each(Object.entries({ ...examples, ...hard, ...generated }))('%s', async (_, text) => {
  const { analysis: design } = await analyze(text);
  for (const [at, { id }] of (await viewsOf(design)).entries()) {
    const svg = await draw(design, id, { theme: at % 2 === 0 ? 'light' : 'dark' });
    if (svg === undefined) throw new Error(`no view ${id}`);
    const read = readSvg(svg);
    expect(undescribed(read), id).toEqual([]);
    expect(
      textsIn(read).filter((each) => /[0-9],[0-9]{3}(?:\.[0-9]+)? kW\b/.test(each)),
      id,
    ).toEqual([]);
    // Without a paper that is asked for, each has one sheet of the smallest on which all of it can be read.
    const picture = await onePdf(svg, { fonts });
    expect(picture).toMatchObject({ missing: [], papers: [{ pieces: 0 }] });
    if (!('bytes' in picture)) continue;
    const { texts, content } = pdfFile(picture.bytes);
    expect(texts).toEqual(textsIn(read));
    // Points for a pixel, from the transformation of the page.
    const scale = Number(/\n([\d.]+) 0 0 \1 0 0 cm/.exec(content)?.[1]);
    expect((smallestType(read) * 0.729 * scale * 25.4) / 72, id).toBeGreaterThan(1.799);
    expect(unreadable(read), `${id} on A4`).toEqual([]);
  }
});
