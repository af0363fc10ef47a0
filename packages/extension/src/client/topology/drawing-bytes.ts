// A drawing of the page as the bytes of a file.
import type { FileFormat } from './file-formats.ts';
import { pdfFile } from './pdf-file.ts';

/**
 * @param exported what the page gave: text, or an address that holds a picture; for a PDF, the SVG
 * @param extension folder of the extension, which has the fonts
 * @throws when a PDF can't be made
 */
export async function bytesOf(exported: string, format: FileFormat, extension: string): Promise<Uint8Array> {
  switch (format) {
    case 'png':
      return Uint8Array.from(atob(exported.slice(exported.indexOf(',') + 1)), (each) => each.charCodeAt(0));
    case 'pdf':
      return pdfFile(exported, extension);
    default:
      return new TextEncoder().encode(exported);
  }
}
