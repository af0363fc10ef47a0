// Sheets of labels as a PDF, page after page. Loaded when the first is asked for.
import { type DrawingFonts, type FontSources, fontsFor } from './fonts/drawing-fonts.ts';
import { runsOf } from './fonts/faces.ts';
import type { LabelSheet } from './label-sheets.ts';
import { type LaidLabel, layLabel, leading, type Measure, piecesOf } from './label-text.ts';
import { bytesOf, hashOf, nextTurn, withoutDates } from './pdf-file.ts';
import { inOrder, type Picture, pictureOf } from './picture.ts';

/** A label: its first line is bold. */
export type Label = readonly string[];

export interface LabelOptions extends FontSources {
  readonly sheet: LabelSheet;
  readonly title: string;
}

/** Sheets of labels, and how many of the labels had to be cut. */
export type LabelPages = Picture & { readonly cut?: number };

/** Points in a millimeter: 72 in an inch of 25.4 mm. */
const points = 72 / 25.4;

/** Left free within a label, across and down, in millimeters: what printers and cutters are off by. */
const padding = [1.8, 1.4] as const;

/**
 * Draws labels on sheets, row by row, the same bytes each time. No text leaves its label. Never throws: a problem comes as a sentence.
 */
export async function labelsPdf(
  labels: readonly Label[],
  { sheet, title, ...sources }: LabelOptions,
): Promise<LabelPages> {
  let cut = 0;
  const pages = await pictureOf(async () => {
    const [{ default: Document }, fonts] = await Promise.all([import('pdfkit'), fontsFor(labels.flat(), sources)]);
    if (fonts === undefined) return { problem: 'A PDF needs a font' };
    if ('problem' in fonts) return fonts;
    const size = [sheet.paper[0] * points, sheet.paper[1] * points] as [number, number];
    const document = new Document({
      size,
      margin: 0,
      // No font by default, which would be opened again: those that are open are registered.
      font: '',
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      autoFirstPage: false,
      info: {
        Title: title,
        Creator: 'Lightloom',
        CreationDate: new Date(hashOf(`${JSON.stringify(sheet)}\n${labels.join('\n')}`)),
      },
    });
    withoutDates(document);
    for (const { path, font } of fonts.faces) document.registerFont(path, font);
    const written = bytesOf(document);
    const missing = new Set<string>();
    const pen: Pen = { document, ...fonts, missing };
    const measure = measureWith(pen);
    const each = sheet.columns * sheet.rows;
    for (const [i, label] of labels.entries()) {
      if (i % each === 0) {
        await nextTurn();
        document.addPage({ size, margin: 0 });
      }
      const place = i % each;
      const left = sheet.first[0] + (place % sheet.columns) * sheet.pitch[0];
      const top = sheet.first[1] + Math.floor(place / sheet.columns) * sheet.pitch[1];
      const inside = [sheet.label[0] - 2 * padding[0], sheet.label[1] - 2 * padding[1]] as const;
      const room = [inside[0] * points, inside[1] * points] as const;
      const laid = layLabel(
        label.map((text, line) => ({ text, isBold: line === 0 })),
        room,
        measure,
      );
      if (laid.isCut) cut++;
      draw(pen, laid, (left + padding[0]) * points, (top + padding[1]) * points, room[1]);
    }
    if (labels.length === 0) document.addPage({ size, margin: 0 });
    document.end();
    return { bytes: await written, missing: inOrder(missing), borrowed: fonts.borrowed };
  });
  return 'problem' in pages ? pages : { ...pages, cut };
}

interface Pen extends DrawingFonts {
  readonly document: PDFKit.PDFDocument;
  readonly missing: Set<string>;
}

/** Measures texts piece by piece: most pieces, such as the names of devices, are on many labels. */
function measureWith({ document, faces, regular, bold }: Pen): Measure {
  const known = [new Map<string, number>(), new Map<string, number>()] as const;
  const widthOf = (piece: string, isBold: boolean): number => {
    const widths = known[isBold ? 1 : 0];
    let width = widths.get(piece);
    if (width === undefined) {
      width = 0;
      for (const run of runsOf(piece, isBold ? bold : regular, faces))
        width += document.font(run.face.path).fontSize(1).widthOfString(run.text);
      widths.set(piece, width);
    }
    return width;
  };
  return (text, isBold, size) => piecesOf(text).reduce((sum, piece) => sum + widthOf(piece, isBold), 0) * size;
}

/** Draws the lines of a label in the middle of its height. */
function draw(
  { document, faces, regular, bold, missing }: Pen,
  { lines, size }: LaidLabel,
  x: number,
  y: number,
  height: number,
): void {
  let top = y + (height - lines.length * size * leading) / 2;
  for (const { text, isBold } of lines) {
    let at = x;
    for (const run of runsOf(text, isBold ? bold : regular, faces)) {
      for (const character of run.lacking ?? '') missing.add(character);
      document.font(run.face.path).fontSize(size).fillColor('#000000');
      document.text(run.text, at, top, { lineBreak: false });
      at += document.widthOfString(run.text);
    }
    top += size * leading;
  }
}
