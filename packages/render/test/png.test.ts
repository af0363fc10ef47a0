// Pictures of drawings: their size, their text, and what becomes of what is no drawing.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontNames, type Picture, pngOf } from '../src/index.ts';

const fonts = fontNames.map((name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
const text = '<text x="10" y="40" font-family="system-ui, DejaVu Sans" font-size="30">spine</text>';
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">${inside}</svg>`;

/** Width and height, from the header chunk. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

function pngIn(picture: Picture): Uint8Array {
  if ('problem' in picture) throw new Error(picture.problem);
  return picture.bytes;
}

describe('a picture', () => {
  it('is a PNG of the size of the drawing, or of a multiple', async () => {
    const one = pngIn(await pngOf(svg(text), { fonts }));
    expect([...one.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(sizeOf(one)).toEqual([200, 60]);
    expect(sizeOf(pngIn(await pngOf(svg(text), { fonts, scale: 2 })))).toEqual([400, 120]);
  });

  it('has the text of the drawing, and is the same each time', async () => {
    const drawn = pngIn(await pngOf(svg(text), { fonts }));
    expect(drawn).toEqual(pngIn(await pngOf(svg(text), { fonts })));
    expect(drawn).not.toEqual(pngIn(await pngOf(svg(''), { fonts })));
    expect(drawn).not.toEqual(pngIn(await pngOf(svg(text), { fonts: [] })));
  });

  it('is transparent unless it has a background', async () => {
    const [clear, white] = [await pngOf(svg(text), { fonts }), await pngOf(svg(text), { fonts, background: 'white' })];
    expect(pngIn(clear)).not.toEqual(pngIn(white));
  });
});

describe('no picture', () => {
  it('comes of text that is no SVG, with a reason', async () => {
    expect(await pngOf('not a drawing', { fonts })).toEqual({ problem: expect.stringMatching(/^Rendering failed: /) });
  });

  it('is made larger than memory allows', async () => {
    expect(await pngOf(svg(text), { fonts, scale: 1000 })).toEqual({
      problem: 'A PNG of 200000 pixels is too large; the limit is 16384 pixels',
    });
  });
});
