// How large a drawing is beside a sheet of A4 on which its smallest type can be read.

/**
 * Pixels that A4 has room for, less margins of 10 mm, where capitals of the smallest type are 1.8 mm high, and the edges that a drawing
 * has on a screen: 190 by 277 mm at 0.235 mm a pixel.
 */
const a4 = { short: 850, long: 1220 };

/** Size of a drawing as a multiple of what can be read on A4, upright or on its side: above 1 it takes larger paper. */
export function ofA4({ width, height }: { readonly width: number; readonly height: number }): number {
  const [short, long] = width < height ? [width, height] : [height, width];
  return Math.max(short / a4.short, long / a4.long);
}

/** Width of the narrowest drawing, and what title, key figures and legend take of its height, edges included. */
const [narrowest, around] = [854, 330];

/** Size of a body as such a multiple, with what is usually around it. */
export function bodyOfA4({ width, height }: { readonly width: number; readonly height: number }): number {
  return ofA4({ width: Math.max(narrowest, width + 64), height: height + around });
}

/** The largest bodies that can be read on A4, upright and on its side. */
export const bodies: readonly { readonly width: number; readonly height: number }[] = [
  { width: a4.short - 64, height: a4.long - around },
  { width: a4.long - 64, height: a4.short - around },
];
