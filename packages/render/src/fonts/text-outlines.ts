// Texts as shapes, in fonts that the renderer of pictures doesn't know.
import type { Run } from './faces.ts';

/** Where a text is drawn, in pixels. */
export interface TextPlace {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The outlines of a line of text, as the data of an SVG path. */
export function outlinesOf(runs: readonly Run[], { x, y, size, anchor }: TextPlace): string {
  const laid = runs.map(({ text, face: { font } }) => {
    const { glyphs, positions } = font.layout(text);
    const scale = size / font.unitsPerEm;
    return { glyphs, positions, scale, width: positions.reduce((sum, each) => sum + each.xAdvance * scale, 0) };
  });
  const width = laid.reduce((sum, each) => sum + each.width, 0);
  let at = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  let data = '';
  for (const { glyphs, positions, scale } of laid)
    for (const [i, { path }] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
      data += path
        .scale(scale, -scale)
        .translate(at + xOffset * scale, y - yOffset * scale)
        .toSVG();
      at += xAdvance * scale;
    }
  return data;
}
