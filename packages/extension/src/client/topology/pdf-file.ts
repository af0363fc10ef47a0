// A drawing as PDF, with the fonts that the extension ships: on a machine. A browser has `pdf-file-web.ts` in its place.
import { join } from 'node:path';

/**
 * @param svg the drawing
 * @param extension folder of the extension, which has the fonts
 * @throws when it can't be made
 */
export async function pdfFile(svg: string, extension: string): Promise<Uint8Array> {
  const { fontNames, pdfOf } = await import('@lightloom/render');
  const fonts = fontNames.map((name) => join(extension, 'dist', 'agents', 'fonts', name));
  const picture = await pdfOf([{ name: '', svg: () => svg }], { paper: 'a4', fonts });
  if ('problem' in picture) throw new Error(picture.problem);
  return picture.bytes;
}
