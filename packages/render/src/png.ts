// SVG to PNG, through resvg: a native module, loaded when the first picture is asked for.
import { type DrawingFonts, type FontSources, fontsFor } from './fonts/drawing-fonts.ts';
import { fontFamily, runsOf } from './fonts/faces.ts';
import { outlinesOf } from './fonts/text-outlines.ts';
import { inOrder, type Picture, pictureOf } from './picture.ts';
import { numberOf, oneOf } from './svg-attributes.ts';
import { attributesOf, withoutEntities } from './svg-reader.ts';

export interface PngOptions extends FontSources {
  /** Pixels of the picture for one of the drawing. */
  readonly scale?: number;
  /** CSS color behind the drawing; transparent when absent. Drawings of ours have a background of their own. */
  readonly background?: string;
}

/** Largest side of a picture in pixels: larger ones take gigabytes of memory. */
const maxSide = 16_384;

/**
 * Renders an SVG drawing as PNG. Never throws: a problem comes as a sentence.
 * @param svg the drawing as text
 */
export async function pngOf(svg: string, { scale = 1, background, ...sources }: PngOptions): Promise<Picture> {
  const resvg = await load();
  if (resvg === undefined)
    return { problem: 'PNG needs the package @resvg/resvg-js, which is missing or has no binary for this platform' };
  return pictureOf(async () => {
    const drawing = new resvg.Resvg(svg);
    const side = Math.max(drawing.width, drawing.height) * scale;
    if (side > maxSide)
      return { problem: `A PNG of ${Math.ceil(side)} pixels is too large; the limit is ${maxSide} pixels` };
    const fonts = await fontsFor(textsOf(svg), sources);
    if (fonts !== undefined && 'problem' in fonts) return fonts;
    const { text, missing } = fonts === undefined ? { text: svg, missing: [] } : legible(svg, fonts, sources.fonts);
    const image = await resvg.renderAsync(text, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles: [...sources.fonts],
        defaultFontFamily: fontFamily,
        sansSerifFamily: fontFamily,
      },
      ...(background === undefined ? {} : { background }),
    });
    return { bytes: image.asPng(), missing, borrowed: fonts?.borrowed ?? [] };
  });
}

/** A line of text in a drawing. */
const lines = /<text\b([^>]*)>([^<]*)(<\/text>)?/g;

const textsOf = (svg: string): readonly string[] => [...svg.matchAll(lines)].map(([, , content]) => content ?? '');

/**
 * The drawing with a sign for each character that no font has; resvg leaves them out. A text that needs other fonts than those that
 * resvg is given becomes a shape, which is the same whatever it would make of these fonts.
 * @param known files of the fonts that resvg is given
 */
function legible(
  svg: string,
  { regular, bold, faces }: DrawingFonts,
  known: readonly string[],
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const text = svg.replace(lines, (_, list: string, content: string, end = '') => {
    const runs = runsOf(content, regular, faces);
    for (const run of runs) for (const character of run.lacking ?? '') missing.add(character);
    if (end === '' || runs.every(({ face }) => known.includes(face.path)))
      return `<text${list}>${runs.map((run) => run.text).join('')}${end}`;
    const attributes = attributesOf(list);
    const preferred = numberOf(attributes, 'font-weight', 400) >= 600 ? bold : regular;
    const data = outlinesOf(runsOf(withoutEntities(content), preferred, faces), {
      x: numberOf(attributes, 'x'),
      y: numberOf(attributes, 'y'),
      size: numberOf(attributes, 'font-size'),
      anchor: oneOf(attributes['text-anchor'] ?? 'start', ['start', 'middle', 'end']),
    });
    return `<path d="${data}" fill="${attributes.fill ?? '#000000'}"/>`;
  });
  return { text, missing: inOrder(missing) };
}

async function load(): Promise<typeof import('@resvg/resvg-js') | undefined> {
  try {
    return await import('@resvg/resvg-js');
  } catch {
    return undefined;
  }
}
