// SVG to PDF, through pdfkit: lines stay lines and text stays text. Loaded when the first PDF is asked for.
import { facesAt } from './fonts.ts';
import { type Paper, sheetFor } from './paper.ts';
import { bytesOf, hashOf, withoutDates } from './pdf-file.ts';
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
    withoutDates(document);
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
