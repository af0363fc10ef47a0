// Labels on sheets: where each is, that no text leaves its label, and what is said where one had to be cut.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontNames, labelSheet, labelsPdf } from '../src/index.ts';
import { layLabel, leading, type Measure } from '../src/label-text.ts';
import { pdfFile } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
const millimeter = 72 / 25.4;

async function pagesOf(labels: readonly (readonly string[])[], name = 'l7651') {
  const sheet = labelSheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  const pages = await labelsPdf(labels, { sheet, title: 'Labels', fonts });
  if ('problem' in pages) throw new Error(pages.problem);
  return { ...pages, sheet, file: Buffer.from(pages.bytes).toString('latin1') };
}

const label = (i: number): string[] => [
  `7VPG-HA${i}  OS2 15 m`,
  `r[2]:pod.node[${i}].nic MPO16`,
  `→ r[1]:leaf[1].down[${i}]`,
];
const labels = (count: number): string[][] => Array.from({ length: count }, (_, i) => label(i));
const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

describe('a sheet', () => {
  it('is A4 with 65 labels, and goes on on the next', async () => {
    for (const [count, pages] of [
      [0, 1],
      [1, 1],
      [65, 1],
      [66, 2],
      [131, 3],
    ] as const)
      expect(countOf((await pagesOf(labels(count))).file, /\/Type \/Page\b/g), `${count} labels`).toBe(pages);
    const { size } = pdfFile((await pagesOf(labels(1))).bytes);
    expect(size[0]).toBeCloseTo(210 * millimeter, 2);
    expect(size[1]).toBeCloseTo(297 * millimeter, 2);
  });

  it('has its labels within the paper, none over another', () => {
    const { paper, columns, rows, label: own, first, pitch } = labelSheet('l7651') ?? {};
    expect([columns, rows]).toEqual([5, 13]);
    // Margins at the right and below are those at the left and above, to a tenth of a millimeter.
    for (const way of [0, 1] as const) {
      const count = (way === 0 ? columns : rows) ?? 0;
      const end = (first?.[way] ?? 0) + (count - 1) * (pitch?.[way] ?? 0) + (own?.[way] ?? 0);
      expect((paper?.[way] ?? 0) - end).toBeCloseTo(first?.[way] ?? 0, 0);
      expect(pitch?.[way]).toBeGreaterThanOrEqual(own?.[way] ?? 0);
    }
  });

  it('of one label is as large as it', async () => {
    const { file } = await pagesOf(labels(3), '25.4x12.7');
    expect(countOf(file, /\/Type \/Page\b/g)).toBe(3);
    expect(
      /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
        .exec(file)
        ?.slice(1)
        .map((each) => Math.round(Number(each))),
    ).toEqual([72, 36]);
  });

  it.each(['4x20', '20x4', '301x20', '0x0', 'a4', '20', '20x', '1e3x20', '__proto__'])('isn’t %s', (name) => {
    expect(labelSheet(name)).toBeUndefined();
  });

  it('is the same file each time, and another for other labels', async () => {
    const first = await pagesOf(labels(70));
    expect(Buffer.compare((await pagesOf(labels(70))).bytes, first.bytes)).toBe(0);
    expect(first.file).not.toMatch(/CreationDate|ModDate/);
    const idOf = (file: string): string | undefined => /\/ID \[<(\w+)>/.exec(file)?.[1];
    expect(idOf(first.file)).toMatch(/^\w{32}$/);
    expect(idOf((await pagesOf(labels(71))).file)).not.toBe(idOf(first.file));
  });

  it('has texts that can be copied', async () => {
    expect(pdfFile((await pagesOf(labels(1))).bytes).texts.join(' ')).toContain('7VPG-HA0');
  });
});

describe('the texts of a label', () => {
  /** Every character is as wide as half its height. */
  const measure: Measure = (text, _, size) => ([...text].length * size) / 2;
  const laid = (texts: readonly string[], width: number, height: number) =>
    layLabel(
      texts.map((text, i) => ({ text, isBold: i === 0 })),
      [width, height],
      measure,
    );

  it('are as large as fits, on one line each where that can be read', () => {
    expect(laid(['12345678', '1234'], 100, 50)).toMatchObject({ size: 8, isCut: false });
    // Twenty characters in 60 points: 6 points each.
    expect(laid(['12345678901234567890', '1234'], 60, 50)).toMatchObject({ size: 6, lines: { length: 2 } });
  });

  it('go on in the next line rather than being too small, broken between names', () => {
    const { lines, size, isCut } = laid(['ID', 'r[2]:pod.node[1].nic MPO16 1 of 8'], 60, 60);
    expect(size).toBeGreaterThanOrEqual(5.5);
    expect(lines.map(({ text }) => text).join('|')).toBe('ID|r[2]:pod.|node[1].nic|MPO16 1 of 8');
    expect(isCut).toBe(false);
  });

  it('never leave it, whatever is in them; what has to be cut ends in …', () => {
    for (const texts of [
      ['ID', 'x'.repeat(500)],
      ['ID', 'a.b.c.'.repeat(90)],
      ['ID', ...Array(40).fill('line')],
      ['😀'.repeat(300)],
    ])
      for (const [width, height] of [
        [20, 8],
        [60, 20],
        [100, 50],
      ] as const) {
        const { lines, size, isCut } = laid(texts, width, height);
        expect(lines.length * size * leading).toBeLessThanOrEqual(height + 1e-9);
        for (const { text, isBold } of lines) expect(measure(text, isBold, size)).toBeLessThanOrEqual(width);
        if (isCut) expect(lines.at(-1)?.text).toMatch(/…$/);
        else
          expect(
            lines
              .map(({ text }) => text)
              .join('')
              .replaceAll(' ', ''),
          ).toBe(texts.join('').replaceAll(' ', ''));
      }
  });

  it('that are cut are counted', async () => {
    expect((await pagesOf([label(1), ['ID', 'x'.repeat(2000)]])).cut).toBe(1);
    expect((await pagesOf(labels(3))).cut).toBe(0);
  });
});
