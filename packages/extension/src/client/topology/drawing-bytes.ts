// A drawing of the page as the bytes of a file.
import { join } from 'node:path';
import type { FileFormat } from './file-formats.ts';

/**
 * @param exported what the page gave: text, or an address that holds a picture; for a PDF, the SVG
 * @param extension folder of the extension, which has the fonts
 * @throws when a PDF can't be made
 */
export async function bytesOf(exported: string, format: FileFormat, extension: string): Promise<Uint8Array> {
  switch (format) {
    case 'png':
      return Buffer.from(exported.slice(exported.indexOf(',') + 1), 'base64');
    case 'pdf': {
      const { fontNames, pdfOf } = await import('@lightloom/render');
      const fonts = fontNames.map((name) => join(extension, 'dist', 'agents', 'fonts', name));
      const picture = await pdfOf(exported, { paper: 'a4', fonts });
      if ('problem' in picture) throw new Error(picture.problem);
      return picture.bytes;
    }
    default:
      return new TextEncoder().encode(exported);
  }
}
