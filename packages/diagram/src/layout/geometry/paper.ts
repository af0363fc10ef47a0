// How large a drawing is beside a sheet of A4 on which its smallest type can be read.

/** Pixels that A4 has room for, less margins of 10 mm, where capitals of the smallest type are 1.8 mm high: 190 by 277 mm at 0.235 mm a pixel. */
const a4 = { short: 808, long: 1178 };
/** Edges that a drawing has on a screen, of which 8 pixels on a side are left on paper: its margins are there. */
const edges = { width: 48, height: 40 };
/** Both edges of a sheet beside what is on it, in pixels. */
const margins = 64;

/** Size of a drawing as a multiple of what can be read on A4, upright or on its side: above 1 it takes larger paper. */
export function ofA4(drawing: { readonly width: number; readonly height: number }): number {
  const [width, height] = [drawing.width - edges.width, drawing.height - edges.height];
  const [short, long] = width < height ? [width, height] : [height, width];
  return Math.max(short / a4.short, long / a4.long);
}

/** How often the area of A4 is doubled until a drawing can be read on the sheet: 0 for A4, 1 for A3. */
export function sheetOf(drawing: { readonly width: number; readonly height: number }): number {
  return Math.max(0, Math.ceil(2 * Math.log2(ofA4(drawing)) - 1e-9));
}

/** Width of the narrowest drawing, and what title, key figures and legend take of its height, edges included. */
const [narrowest, around] = [854, 330];

/** Size of a body as such a multiple, with what is usually around it. */
export function bodyOfA4({ width, height }: { readonly width: number; readonly height: number }): number {
  return ofA4({ width: Math.max(narrowest, width + margins), height: height + around });
}

/** Room for the lines of frames and for texts that are a little wider in another font. */
const frame = 20;

/** The largest bodies that can be read on A4, upright and on its side. */
export const bodies: readonly { readonly width: number; readonly height: number }[] = [
  { width: a4.short - frame, height: a4.long + edges.height - around },
  { width: a4.long - frame, height: a4.short + edges.height - around },
];
