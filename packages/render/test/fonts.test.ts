// Characters that the fonts of drawings lack: taken from fonts that are named, or from those of the machine.
import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../../cli/test/lightloom.ts';
import { fontsFor } from '../src/fonts/drawing-fonts.ts';
import { fontFolders, fontNames, pngOf } from '../src/index.ts';
import { pdfOf } from '../src/pdf.ts';
import { pdfFile } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
/** Each holds two fonts, `Boxes JP` and `Boxes KR`, whose characters are squares of 0.8 by 0.7 and 0.8 of the type size. */
const boxes = join(import.meta.dirname, 'fonts');
const regular = join(boxes, 'BoxesCJK-Regular.ttc');
const svg = (text: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><text x="10" y="40" font-size="20"${attributes}>${text}</text></svg>`;

describe('a text that the fonts of drawings lack', () => {
  it('is drawn in a font that is named, in its place and width', async () => {
    const picture = await pngOf(svg('漢a', ' text-anchor="middle"'), { fonts, further: [regular] });
    // A square of 0.8 × 0.7 in 1 of 20 pixels, then an a of 0.613 in DejaVu Sans: 32.26 wide in all, and its middle at 10.
    const drawn = svg('').replace(
      '</svg>',
      '<path d="M-4.13 40H11.87V26H-4.13Z" fill="#000000"/><text x="13.87" y="40" font-size="20">a</text></svg>',
    );
    expect(picture).toMatchObject({ missing: [], borrowed: [] });
    if ('problem' in picture) throw new Error(picture.problem);
    const same = await pngOf(drawn, { fonts });
    if ('problem' in same) throw new Error(same.problem);
    expect(Math.abs(same.bytes.length - picture.bytes.length)).toBeLessThan(40);
  });

  it('stays text in a PDF, in the same bytes each time', async () => {
    const drawing = { name: 'a', svg: () => svg('漢字 spine', ' font-weight="600"') };
    const [one, two] = [
      await pdfOf([drawing], { fonts, further: [regular] }),
      await pdfOf([drawing], { fonts, further: [regular] }),
    ];
    if ('problem' in one || 'problem' in two) throw new Error();
    expect(pdfFile(one.bytes).texts).toEqual(['漢字', ' spine']);
    expect(one.bytes).toEqual(two.bytes);
  });

  it('is drawn in a font of the machine, as the script of the texts wants it, bold where it has that', async () => {
    const places = { fonts, installed: [boxes] };
    const namesOf = async (text: string) => {
      const found = await fontsFor([text], places);
      if (found === undefined || 'problem' in found) throw new Error(text);
      return {
        faces: found.faces.slice(2).map(({ font, isBold }) => [font.familyName, isBold]),
        borrowed: found.borrowed,
      };
    };
    expect(await namesOf('漢字 かな')).toEqual({
      faces: [
        ['Boxes JP', false],
        ['Boxes JP', true],
      ],
      borrowed: [{ font: 'Boxes JP', characters: ['漢', '字', 'か', 'な'] }],
    });
    expect(await namesOf('한 漢字')).toMatchObject({ borrowed: [{ font: 'Boxes KR' }] });
    expect(await namesOf('Łódź Ёлка Ελλάδα')).toEqual({ faces: [], borrowed: [] });
    expect(await pngOf(svg('漢 ไ'), places)).toMatchObject({ missing: ['ไ'], borrowed: [{ characters: ['漢'] }] });
  });

  it('is the same with the font of the machine as with that font named', async () => {
    const named = await pngOf(svg('かな'), { fonts, further: [regular] });
    expect(await pngOf(svg('かな'), { fonts, installed: [boxes] })).toEqual({
      ...named,
      borrowed: [{ font: 'Boxes JP', characters: ['か', 'な'] }],
    });
  });
});

describe('a font that can’t be used', () => {
  it('is named where it was asked for', async () => {
    const none = join(folder({ 'a.ttf': 'no font' }), 'a.ttf');
    expect(await pngOf(svg('漢'), { fonts, further: [none] })).toEqual({
      problem: `The font ${none} can't be read: Unknown font format`,
    });
    expect(await pngOf(svg('漢'), { fonts, further: [`${none}x`] })).toEqual({
      problem: `The font ${none}x isn't there`,
    });
    const variable = join(boxes, 'BoxesVF.ttf');
    expect(await pngOf(svg('漢'), { fonts, further: [variable] })).toEqual({
      problem: `The font ${variable} is variable or in colors; use a file that has one weight, in outlines`,
    });
  });

  it('is passed over where it is one of the machine, as is a folder that isn’t there', async () => {
    const place = folder();
    copyFileSync(join(boxes, 'BoxesVF.ttf'), join(place, 'NotoSans-VF.ttf'));
    writeFileSync(join(place, 'NotoSansCJK-Regular.ttc'), 'no font');
    expect(await pngOf(svg('漢'), { fonts, installed: [place, join(place, 'none'), boxes] })).toMatchObject({
      missing: [],
      borrowed: [{ font: 'Boxes JP' }],
    });
  });
});

it('fonts are where each system keeps them', () => {
  expect(fontFolders('win32', { WINDIR: 'W' })).toEqual([join('W', 'Fonts')]);
  expect(fontFolders('darwin', { HOME: 'h' })).toContain(join('h', 'Library/Fonts'));
  expect(fontFolders('linux', {})).toEqual(['/usr/share/fonts', '/usr/local/share/fonts']);
});
