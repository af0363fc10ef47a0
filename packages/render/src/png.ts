// SVG to PNG, through resvg: a native module, loaded when the first picture is asked for.
import { type Face, facesAt, fontFamily, runsOf } from './fonts.ts';
import { inOrder, type Picture, pictureOf } from './picture.ts';

export interface PngOptions {
  /** Pixels of the picture for one of the drawing. */
  readonly scale?: number;
  /** CSS color behind the drawing; transparent when absent. Drawings of ours have a background of their own. */
  readonly background?: string;
  /** Paths of the font files; see `fontNames`. Without fonts the picture has no text. */
  readonly fonts: readonly string[];
}

/** Largest side of a picture in pixels: larger ones take gigabytes of memory. */
const maxSide = 16_384;

/**
 * Renders an SVG drawing as PNG. Never throws: a problem comes as a sentence.
 * @param svg the drawing as text
 */
export async function pngOf(svg: string, { scale = 1, background, fonts }: PngOptions): Promise<Picture> {
  const resvg = await load();
  if (resvg === undefined)
    return { problem: 'PNG needs the package @resvg/resvg-js, which is missing or has no binary for this platform' };
  return pictureOf(async () => {
    const drawing = new resvg.Resvg(svg);
    const side = Math.max(drawing.width, drawing.height) * scale;
    if (side > maxSide)
      return { problem: `A PNG of ${Math.ceil(side)} pixels is too large; the limit is ${maxSide} pixels` };
    const { text, missing } = legible(svg, await facesAt(fonts));
    const image = await resvg.renderAsync(text, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles: [...fonts],
        defaultFontFamily: fontFamily,
        sansSerifFamily: fontFamily,
      },
      ...(background === undefined ? {} : { background }),
    });
    return { bytes: image.asPng(), missing };
  });
}

/** The drawing with a sign for each character that the font doesn't have; resvg leaves them out. */
function legible(svg: string, faces: readonly Face[]): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const [face] = faces;
  if (face === undefined) return { text: svg, missing: [] };
  const text = svg.replace(/(<text\b[^>]*>)([^<]*)/g, (_, tag: string, content: string) => {
    const runs = runsOf(content, face, faces);
    for (const run of runs) for (const character of run.lacking ?? '') missing.add(character);
    return tag + runs.map((run) => run.text).join('');
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
