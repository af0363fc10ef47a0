// Drawings as PDF: the page, its text and shapes, what a reader finds in the file, and what can't be drawn.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../src/fonts/faces.ts';
import { fontNames, type Paper, pngOf } from '../src/index.ts';
import { type PdfFile, pdfFile, onePdf as pdfOf } from './pdf-file.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));

const svg = (inside: string, width = 200, height = 60): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<title id="t">Pod &amp; hall</title><desc id="d">In words</desc>${inside}\n</svg>\n`;

const text = (content: string, attributes = ''): string =>
  `<text x="10" y="40" font-size="10"${attributes} fill="#1a2330">${content}</text>`;

async function bytesOf(drawing: string, paper: Paper = 'a4'): Promise<Uint8Array> {
  const picture = await pdfOf(drawing, { paper, fonts });
  if ('problem' in picture) throw new Error(picture.problem);
  return picture.bytes;
}

const drawn = async (drawing: string, paper?: Paper): Promise<PdfFile> => pdfFile(await bytesOf(drawing, paper));

/** The numbers before each use of an operator. */
const operands = ({ content }: PdfFile, operator: string): number[][] =>
  [...content.matchAll(new RegExp(`^((?:-?[\\d.]+ )*)${operator}$`, 'gm'))].map(([, list = '']) =>
    list.trim().split(' ').map(Number),
  );

describe('the page', () => {
  // ISO 216 in millimeters, `letter` in inches, at 72 points an inch: A4 is 595.276 by 841.890 points.
  it.each([
    ['a4', 297 / 25.4, 210 / 25.4],
    ['a3', 420 / 25.4, 297 / 25.4],
    ['a2', 594 / 25.4, 420 / 25.4],
    ['a1', 841 / 25.4, 594 / 25.4],
    ['a0', 1189 / 25.4, 841 / 25.4],
    ['letter', 11, 8.5],
  ] as const)('is a sheet of %s, on its side or upright by the shape of the drawing', async (paper, long, short) => {
    const [wide, tall] = [(await drawn(svg(''), paper)).size, (await drawn(svg('', 60, 200), paper)).size];
    expect(wide[0]).toBeCloseTo(long * 72, 2);
    expect(wide[1]).toBeCloseTo(short * 72, 2);
    expect(tall).toEqual([wide[1], wide[0]]);
  });

  it('has the drawing as large as fits between margins of 10 mm, in the middle', async () => {
    // 277 mm for 200 pixels: 1.385 mm or 3.926 points each. 60 pixels are 83.1 mm, which leaves 63.45 mm above and below.
    const [, [, , , , x = 0, y = 0] = [], [scale = 0] = []] = operands(await drawn(svg('')), 'cm');
    expect(x).toBeCloseTo(28.346, 3);
    expect(y).toBeCloseTo((63.45 / 25.4) * 72, 3);
    expect(scale).toBeCloseTo(3.926, 3);
  });
});

describe('the file', () => {
  it('opens, with the title of the drawing and no date', async () => {
    const { header, info } = await drawn(svg(''));
    expect([header, info]).toEqual(['%PDF-1.7', { Title: 'Pod & hall', Creator: 'Lightloom', Producer: 'PDFKit' }]);
  });

  it('is the same each time, and names itself by what it shows', async () => {
    const [one, again, other] = [await bytesOf(svg(text('a'))), await bytesOf(svg(text('a'))), svg(text('b'))];
    expect(one).toEqual(again);
    expect(Buffer.from(one).toString('latin1')).not.toMatch(/CreationDate|ModDate|CreateDate|D:20/);
    expect((await drawn(other)).id).not.toBe(pdfFile(one).id);
  });

  it('describes the drawing to a screen reader', async () => {
    const file = Buffer.from(await bytesOf(svg(''))).toString('latin1');
    expect(file).toMatch(/\/S \/Figure\n\/Alt \(Pod & hall\. In words\)/);
    expect(file).toMatch(/\/Marked true/);
  });

  it('carries its fonts, the characters in use only', async () => {
    const bytes = await bytesOf(svg(text('spine') + text('leaf', ' font-weight="600"')));
    const names = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g),
    ];
    expect(names.map(([, name]) => name).sort()).toEqual(['DejaVuSans', 'DejaVuSans-Bold']);
    expect(bytes.length).toBeLessThan(20_000);
  });
});

describe('text', () => {
  it('stays text, with what XML escapes', async () => {
    const { texts } = await drawn(
      svg(text('leaf[1..8]') + text('1,024 × 800G · R&amp;D &lt;3 &quot;x&quot; &#39;y&#39; ≤ 1 µm')),
    );
    expect((await drawn(svg(text(' a  \n b ')))).texts).toEqual(['a b']);
    expect(texts).toEqual(['leaf[1..8]', `1,024 × 800G · R&D <3 "x" 'y' ≤ 1 µm`]);
  });

  it('is anchored at its start, its middle or its end', async () => {
    // In DejaVu Sans an x is 0.592 of the type size wide: 29.6 for five at 10 pixels.
    const anchors = ['', ' text-anchor="middle"', ' text-anchor="end"'];
    const file = await drawn(svg(anchors.map((each) => text('xxxxx', each)).join('')));
    const [start = 0, middle = 0, end = 0] = operands(file, 'Tm').map((each) => each[4] as number);
    expect([start, start - middle, start - end].map((each) => Math.round(each * 10) / 10)).toEqual([10, 14.8, 29.6]);
  });

  const lacking = svg(text('spine 漢字 \u{1F680}', ' font-weight="600"'));
  it('with characters that the font lacks says so, shows a sign for each, and is copied as it was', async () => {
    const picture = await pdfOf(lacking, { paper: 'a4', fonts });
    if ('problem' in picture) throw new Error(picture.problem);
    expect(picture.missing).toEqual(['字', '漢', '\u{1F680}']);
    expect(pdfFile(picture.bytes).texts).toEqual(['spine ', '漢字', ' ', '\u{1F680}']);
    expect(await pngOf(lacking, { fonts })).toMatchObject({ missing: ['字', '漢', '\u{1F680}'] });
  });

  it('is drawn as PNG with the same sign', async () => {
    const picture = await pngOf(svg(text('漢')), { fonts });
    expect(picture).toEqual({ ...(await pngOf(svg(text('\ufffd')), { fonts })), missing: ['漢'] });
    expect(picture).not.toEqual({ ...(await pngOf(svg(text('')), { fonts })), missing: ['漢'] });
  });

  it('takes each character from a face that has it, and leaves out what is never seen', () => {
    const [bold, regular] = ['ab', 'abc'].map((has, i) => ({
      path: String(i),
      has: (code: number) => has.includes(String.fromCodePoint(code)),
    })) as [Parameters<typeof runsOf>[1], Parameters<typeof runsOf>[1]];
    expect(runsOf('abcab', bold, [regular, bold])).toEqual([
      { text: 'ab', face: bold },
      { text: 'c', face: regular },
      { text: 'ab', face: bold },
    ]);
    // A joiner, a selector and a mark of direction; a space of another width.
    expect(runsOf('a\u200d\ufe0f\u200eb\u3000', bold, [regular, bold])).toEqual([{ text: 'ab ', face: bold }]);
    expect(runsOf('xay', bold, [bold])).toEqual([
      { text: '\ufffd', face: bold, lacking: 'x' },
      { text: 'a', face: bold },
      { text: '\ufffd', face: bold, lacking: 'y' },
    ]);
  });
});

describe('a shape', () => {
  it('is filled and stroked as in SVG', async () => {
    const bytes = await bytesOf(
      svg(
        '<rect x="1" y="2" width="30" height="20" fill="#ff0000" fill-opacity="0.25" stroke="#0000ff" stroke-opacity="0.75" stroke-width="1.5" stroke-dasharray="1 4"/>',
      ),
    );
    const file = pdfFile(bytes);
    const states = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/(ca|CA) ([\d.]+)/g),
    ];
    expect(states.map(([, name, value]) => [name, value])).toEqual([
      ['ca', '0.25'],
      ['CA', '0.75'],
    ]);
    expect(operands(file, 're')).toEqual([
      [1, 2, 30, 20],
      [1, 2, 30, 20],
    ]);
    expect([operands(file, 'scn'), operands(file, 'SCN')]).toEqual([[[1, 0, 0]], [[0, 0, 1]]]);
    expect([operands(file, 'w'), /\[1 4\] 0 d/.test(file.content)]).toEqual([[[1.5]], true]);
  });

  it('without a fill is black, and without a stroke has none', async () => {
    const file = await drawn(svg('<path d="M1 2h10v5z"/>'));
    expect([operands(file, 'scn'), operands(file, 'S')]).toEqual([[[0, 0, 0]], []]);
    expect(operands(file, 'l')).toEqual([
      [11, 2],
      [11, 7],
    ]);
  });

  it('may be round: a corner is a curve, and a circle four', async () => {
    const file = await drawn(
      svg(
        '<rect x="1" y="2" width="30" height="20" rx="4" fill="#ff0000"/><circle cx="50" cy="20" r="6" fill="#ff0000"/>',
      ),
    );
    const ends = operands(file, 'c').map((each) => each.slice(4));
    expect(ends.slice(0, 4)).toEqual([
      [31, 6],
      [27, 22],
      [1, 18],
      [5, 2],
    ]);
    expect(ends.slice(4).sort()).toEqual([
      [44, 20],
      [50, 14],
      [50, 26],
      [56, 20],
    ]);
  });

  it('without a width or a height is none, as in SVG', async () => {
    const lines = '<rect x="1" y="2" width="0" height="20" stroke="#ff0000"/><rect x="1" y="2" width="5" height="0"/>';
    expect((await drawn(svg(lines))).content).toBe((await drawn(svg(''))).content);
  });

  it('is moved and turned', async () => {
    const file = await drawn(svg('<path transform="translate(30 20) rotate(90)" d="M0 0L5 0" fill="#ff0000"/>'));
    // Turned by 90°, clockwise where y points down: x becomes y.
    expect(operands(file, 'cm').slice(-2)).toEqual([
      [1, 0, 0, 1, 30, 20],
      [0, 1, -1, 0, 0, 0],
    ]);
  });

  it('may be hatched: a ground, and lines in their color over it', async () => {
    const hatch =
      '<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><rect x="0" y="0" width="6" height="6" fill="#00ff00"/><path d="M-1 7L7 -1" stroke="#ff0000" stroke-width="1.2" stroke-opacity="0.35"/></pattern></defs>';
    const bytes = await bytesOf(svg(`${hatch}<rect x="1" y="2" width="30" height="20" fill="url(#h)"/>`));
    const { content } = pdfFile(bytes);
    expect(content).toMatch(/0 1 0 scn\nf\n[\s\S]*1 0 0 \/P1 scn\nf\n/);
    const file = Buffer.from(bytes).toString('latin1');
    expect(file).toMatch(/\/BBox \[0 0 6 6\]\n\/XStep 6\n\/YStep 6/);
    expect(file).toMatch(/\/ca 0\.35\n/);
    // In a shape that is moved, the lines stay where they are.
    const moved = await bytesOf(svg(`${hatch}<path transform="translate(30 20)" d="M0 0H9V9Z" fill="url(#h)"/>`));
    const matrixOf = (text: string): string | undefined => /\/XStep 6\n\/YStep 6\n(\/Matrix .*)/.exec(text)?.[1];
    expect(matrixOf(Buffer.from(moved).toString('latin1'))).toBe(matrixOf(file));
  });

  it('may have a gradient from left to right', async () => {
    const stops = '<stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>';
    const file = await bytesOf(
      svg(
        `<defs><linearGradient id="r">${stops}</linearGradient></defs><rect x="10" y="2" width="30" height="20" fill="url(#r)"/>`,
      ),
    );
    const plain = Buffer.from(file).toString('latin1');
    expect(plain).toMatch(/\/ShadingType 2\n\/ColorSpace \/DeviceRGB\n\/Coords \[10 2 40 2\]/);
    expect(plain).toMatch(/\/C0 \[1 0 0\]\n\/C1 \[0 0 1\]/);
  });
});

describe('no PDF', () => {
  it.each([
    ['<ellipse cx="1" cy="1" rx="1" ry="1"/>', "can't draw the element ellipse"],
    ['<rect x="1" y="1" width="1" height="1" opacity="0.5"/>', "can't draw the attribute opacity of rect"],
    ['<rect x="1" y="1" width="1" height="1" fill="red"/>', "can't draw the color red"],
    ['<rect x="1" y="1" width="1" height="1" fill="url(#x)"/>', "can't draw the fill url(#x)"],
    ['<rect x="1" y="1" width="wide" height="1"/>', "can't draw the width wide"],
    ['<rect x="1" y="1" height="1"/>', 'width is missing'],
    ['<path d="M0 0" transform="skewX(3)"/>', "can't draw the transformation skewX(3)"],
    ['<path d="M0 0" stroke="#ff0000" stroke-linecap="flat"/>', "can't draw the value flat"],
    ['<defs><radialGradient id="x"/></defs>', "can't draw the definition radialGradient"],
    ['<defs><pattern id="x" width="6" height="6"/></defs>', "can't draw a pattern that isn't a ground with lines"],
    [
      '<defs><pattern id="x" width="6" height="6"><rect fill="#ff0000"/><path d="M0 0Q1 1 2 2"/></pattern></defs>',
      "can't draw Q1 1 2 2 in a pattern; its lines must be straight",
    ],
    ['<g>', 'not an SVG: </svg> closes <g>'],
    ['&nbsp;', 'not an entity: &nbsp;'],
    ['<g a=b/>', 'not an SVG at "<g a=b/>\\n</svg>\\n"'],
  ])('comes of %s, which would be left out', async (inside, reason) => {
    expect(await pdfOf(svg(inside), { paper: 'a4', fonts })).toEqual({ problem: `Rendering failed: ${reason}` });
  });

  it('comes of text that is no SVG, or without a font', async () => {
    expect(await pdfOf('not a drawing', { paper: 'a4', fonts })).toEqual({
      problem: 'Rendering failed: not an SVG',
    });
    expect(await pdfOf(svg(''), { paper: 'a4', fonts: [] })).toEqual({ problem: 'A PDF needs a font' });
    expect(await pdfOf(svg(''), { paper: 'a4', fonts: ['none.ttf'] })).toEqual({
      problem: expect.stringMatching(/^Rendering failed: ENOENT/),
    });
  });
});
