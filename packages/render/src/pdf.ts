// SVG to PDF, through pdfkit: lines stay lines and text stays text. Loaded when the first PDF is asked for.
import { facesAt } from './fonts.ts';
import { type Paper, sheetFor } from './paper.ts';
import { drawPage } from './pdf-page.ts';
import { inOrder, type Picture, pictureOf } from './picture.ts';
import { readSvg, type SvgElement } from './svg-reader.ts';

export interface PdfOptions {
  readonly paper: Paper;
  /** Paths of the font files, regular and bold; see `fontNames`. */
  readonly fonts: readonly string[];
}

/**
 * Renders an SVG drawing of ours as a PDF of one page, the same bytes each time. Never throws: a problem comes as a
 * sentence.
 * @param svg the drawing as text
 */
export function pdfOf(svg: string, { paper, fonts }: PdfOptions): Promise<Picture> {
  return pictureOf(async () => {
    const drawing = readSvg(svg);
    const [width, height] = sizeOf(drawing);
    const sheet = sheetFor({ width, height }, paper);
    const [{ default: Document }, faces] = await Promise.all([import('pdfkit'), facesAt(fonts)]);
    const [regular, bold = regular] = faces;
    if (regular === undefined || bold === undefined) return { problem: 'A PDF needs a font' };
    const wordsOf = (name: string): string => drawing.children.find((each) => each.name === name)?.text ?? '';
    const document = new Document({
      size: [sheet.width, sheet.height],
      margin: 0,
      font: regular.path,
      pdfVersion: '1.7',
      lang: 'en',
      tagged: true,
      displayTitle: true,
      // The identifier of the file is computed from this date, so that equal drawings have the same and others don't.
      info: { Title: wordsOf('title'), Creator: 'Lightloom', CreationDate: new Date(hashOf(svg)) },
    });
    delete document.info.CreationDate;
    // The same metadata once more as XML: pdfkit's has a date, and characters such as & unescaped.
    document.endMetadata = () => {};
    const written = bytesOf(document);
    const missing = new Set<string>();
    const figure = document.struct('Figure', { alt: `${wordsOf('title')}. ${wordsOf('desc')}` }, () => {
      document.save().translate(sheet.x, sheet.y).scale(sheet.scale);
      drawPage({ document, faces, regular, bold, missing }, drawing.children);
      document.restore();
    });
    document.addStructure(figure);
    document.end();
    return { bytes: await written, missing: inOrder(missing) };
  });
}

/** Width and height of a drawing in pixels. */
function sizeOf({ attributes }: SvgElement): readonly [number, number] {
  const [x, y, width, height] = (attributes.viewBox ?? '').split(' ').map(Number);
  if (x !== 0 || y !== 0 || !(Number(width) > 0) || !(Number(height) > 0)) throw new Error('the drawing has no size');
  return [width as number, height as number];
}

/** What a document writes, once it has ended. */
function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}

/** A number for a text: 52 bits of FNV-1a over two halves. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193) >>> 0;
  }
  return (high & 0xfffff) * 2 ** 32 + low;
}
