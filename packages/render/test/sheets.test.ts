// Sheets of a PDF: whole drawings that can be read, and pieces of those that can't.
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { fontNames, type PrintedDrawing, pdfOf } from '../src/index.ts';
import { cutsOf, type Printed, sheetsFor } from '../src/paper.ts';
import type { Box } from '../src/svg-bounds.ts';
import { pdfFile } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const printed = (width: number, height: number, boxes: readonly Box[] = [], smallest = 10): Printed => ({
  content: box(0, 0, width, height),
  ...{ smallest, boxes, block: { width: 300, height: 68 } },
});

/** Height of capitals of 10 pixels on a sheet, in mm: a point is 25.4 / 72 mm, capitals are 0.729 of the size. */
const capitals = (scale: number): number => (10 * 0.729 * scale * 25.4) / 72;

it('a drawing that can be read whole has one sheet, one that can’t has pieces of 1.8 mm beside it', () => {
  // A4 across leaves 277 mm by 190 mm: 900 pixels of 10 are 2.24 mm high, 2,000 pixels 1.01 mm.
  const [whole, ...none] = sheetsFor(printed(900, 600), { paper: 'a4' });
  expect([none.length, whole?.isWhole, capitals(whole?.scale ?? 0).toFixed(2)]).toEqual([0, true, '2.24']);
  const boxes = [0, 500, 1000, 1500].flatMap((x) => [0, 400, 800].map((y) => box(x + 10, y + 10, 400, 300)));
  const [all, ...pieces] = sheetsFor(printed(2000, 1200, boxes), { paper: 'a4' });
  expect([all?.isWhole, capitals(all?.scale ?? 0).toFixed(2)]).toEqual([true, '1.01']);
  for (const { scale, isWhole } of pieces) expect([isWhole, capitals(scale).toFixed(2)]).toEqual([false, '1.80']);
  // Each box is whole on one of them.
  for (const each of boxes)
    expect(
      pieces.filter(
        ({ piece }) =>
          each.x >= piece.x &&
          each.y >= piece.y &&
          each.x + each.width <= piece.x + piece.width &&
          each.y + each.height <= piece.y + piece.height,
      ),
    ).toHaveLength(1);
  expect(sheetsFor(printed(2000, 1200, boxes), { paper: 'a2' })).toHaveLength(1);
});

it('a piece stays within the margins, above its title block', () => {
  const boxes = [box(10, 10, 2900, 1500)];
  for (const margin of [0, 10, 25])
    for (const orientation of ['portrait', 'landscape'] as const) {
      const [, ...pieces] = sheetsFor(printed(3000, 1600, boxes), { paper: 'a4', margin, orientation });
      expect(pieces.length).toBeGreaterThan(1);
      for (const { width, height, x, y, scale, blockScale, piece } of pieces) {
        expect(width > height).toBe(orientation === 'landscape');
        expect([x, y]).toEqual([(margin * 72) / 25.4, (margin * 72) / 25.4]);
        expect(x + piece.width * scale).toBeLessThanOrEqual(width - x + 0.01);
        expect(y + piece.height * scale + 68 * blockScale).toBeLessThanOrEqual(height - y - 8 + 0.01);
      }
    }
});

it('pieces that show nothing are left out', () => {
  const sheets = sheetsFor(printed(2000, 1200, [box(10, 10, 300, 200)]), { paper: 'a4' });
  expect(sheets).toHaveLength(2);
});

it('a scale is kept: 96 pixels are an inch at 1', () => {
  const [half, ...none] = sheetsFor(printed(900, 600), { paper: 'a4', scale: 0.5 });
  expect([half?.scale, none.length]).toEqual([(0.5 * 72) / 96, 0]);
  const [, ...pieces] = sheetsFor(printed(900, 600, [box(0, 0, 900, 600)]), { paper: 'a4', scale: 2 });
  expect(new Set(pieces.map(({ scale }) => scale))).toEqual(new Set([1.5]));
  expect(pieces.length).toBeGreaterThan(2);
  // The title block stays as it is, so that there is room for a drawing of any size.
  const [, large] = sheetsFor(printed(900, 600, [box(0, 0, 900, 600)]), { paper: 'a4', scale: 12, margin: 40 });
  expect([large?.blockScale, (large?.piece.height ?? 0) > 20]).toEqual([72 / 96, true]);
});

it('a length is cut between spans, late, and through as little as can be', () => {
  const span = (from: number, to: number, isText = false) => ({ from, to, isText });
  expect(cutsOf(0, 100, 60, [span(5, 30), span(40, 70)])).toEqual([
    [0, 39],
    [39, 99],
    [99, 100],
  ]);
  expect(cutsOf(0, 100, 120, [])).toEqual([[0, 100]]);
  // A text costs more than a frame; where it is torn nevertheless, the next piece shows it whole.
  expect(cutsOf(0, 100, 60, [span(30, 65), span(50, 64, true)])[0]).toEqual([0, 29]);
  expect(cutsOf(0, 100, 60, [span(20, 62, true)])).toEqual([
    [0, 60],
    [60, 100],
  ]);
  expect(cutsOf(0, 79, 60, [span(20, 62, true)])[1]).toEqual([19, 79]);
});

it('counts sheets in the title block, lists drawings in the outline, and is the same twice', async () => {
  const svg = (title: string, width: number, sheet: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="500" viewBox="0 0 ${width} 500"><title id="t">${title}</title><desc id="d">x</desc><text x="10" y="40" font-size="10">left</text><text x="${width - 60}" y="40" font-size="10">right</text><g data-kind="block"><text x="10" y="480" font-size="10">${sheet}</text></g></svg>`;
  const drawing = (name: string, width: number): PrintedDrawing => ({
    name,
    svg: (sheet) => svg(`View ${name}`, width, sheet),
    block: (sheet) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60"><text x="10" y="40" font-size="10">${sheet}</text></svg>`,
  });
  const write = () =>
    pdfOf([drawing('small', 800), drawing('wide', 1900)], { paper: 'a4', fonts, title: 'pod.fabric' });
  const picture = await write();
  if ('problem' in picture) throw new Error(picture.problem);
  const texts = [0, 1, 2, 3].map((at) => pdfFile(picture.bytes, at).texts);
  expect(texts).toEqual([
    ['left', 'right', 'small, 1 of 4'],
    ['left', 'right', 'wide, 2 of 4'],
    ['left', 'wide, 3 of 4'],
    ['right', 'wide, 4 of 4'],
  ]);
  const { pages, info } = pdfFile(picture.bytes);
  expect([pages, info.Title]).toEqual([4, 'pod.fabric']);
  const file = Buffer.from(picture.bytes).toString('latin1');
  for (const title of ['View small', 'View wide']) expect(file).toContain(`/Title (${title})`);
  expect(await write()).toEqual(picture);
});

it('more sheets than anyone prints are refused', async () => {
  const huge = `<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="9000" viewBox="0 0 90000 9000">${Array.from({ length: 400 }, (_, i) => `<text x="${i * 220}" y="${(i * 22) % 8000}" font-size="10">x</text>`).join('')}</svg>`;
  const picture = await pdfOf([{ name: 'hall', svg: () => huge, block: () => huge.replace(/90000|9000/g, '90') }], {
    paper: 'a4',
    fonts,
    scale: 2,
  });
  expect('problem' in picture ? picture : {}).toEqual({
    problem: expect.stringMatching(
      /^The drawing hall takes [0-9]+ sheets at this scale; the limit is 100: use larger paper/,
    ),
  });
});
