// A drawing of the page as the bytes of a file. It runs in a browser too, where nothing makes PDF.
import type { FileFormat } from './file-formats.ts';

/**
 * @param exported what the page gave: text, or an address that holds a picture; for a PDF, the SVG
 * @param extension folder of the extension, which has the fonts
 * @throws when a PDF can't be made
 */
export async function bytesOf(exported: string, format: FileFormat, extension: string): Promise<Uint8Array> {
  switch (format) {
    case 'png':
      return Uint8Array.from(atob(exported.slice(exported.indexOf(',') + 1)), (each) => each.charCodeAt(0));
    case 'pdf': {
      const render = await import('@lightloom/render').catch(() => undefined);
      if (render === undefined) throw new Error('VS Code in a browser makes no PDF; save an SVG or a PNG.');
      const { fontNames, pdfOf } = render;
      const fonts = fontNames.map((name) => `${extension}/dist/agents/fonts/${name}`);
      const picture = await pdfOf([{ name: '', svg: () => exported }], { paper: 'a4', fonts });
      if ('problem' in picture) throw new Error(picture.problem);
      return picture.bytes;
    }
    default:
      return new TextEncoder().encode(exported);
  }
}
