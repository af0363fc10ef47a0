// SVG to PDF, through pdfkit: lines stay lines and text stays text. Loaded when the first PDF is asked for.
import { type DrawingFonts, type FontSources, fontsFor } from './fonts/drawing-fonts.ts';
import { capitalsOn, fitting, maxSheets, type PrintOptions, paperFor, type Sheet, sheetsFor } from './paper.ts';
import { bytesOf, hashOf, nextTurn, withoutDates } from './pdf-file.ts';
import { drawPage } from './pdf-page.ts';
import { inOrder, type Picture, type PrintedOn, pictureOf } from './picture.ts';
import { boxesIn, contentOf, smallestType } from './svg-bounds.ts';
import { readSvg, type SvgElement } from './svg-reader.ts';

/** A drawing to be printed. Its sheets are counted before they are drawn, so it is asked for again with what its title block says. */
export interface PrintedDrawing {
  /** What identifies it in the title block: `racks`. */
  readonly name: string;
  /** The drawing as SVG text, with what its title block says of the sheet. */
  svg(sheet: string): string;
  /** Its title block alone as SVG text, for sheets that show a piece of it; they have none where it isn't given. */
  block?(sheet: string): string;
}

export interface PdfOptions extends PrintOptions, FontSources {
  /** Title of the file; that of the first drawing when not given. */
  readonly title?: string;
}

/**
 * Renders SVG drawings of ours as a PDF, the same bytes each time: a sheet for each, and where its type could not be read further ones
 * with pieces of it. Never throws: a problem comes as a sentence.
 */
export function pdfOf(
  drawings: readonly PrintedDrawing[],
  { fonts, further, installed, title, ...paper }: PdfOptions,
): Promise<Picture> {
  return pictureOf(async () => {
    const planned = drawings.map((each) => ({ drawing: each, ...planOf(each, paper) }));
    const many = planned.find(({ sheets }) => sheets.length > maxSheets);
    if (many !== undefined)
      return {
        problem: `The drawing ${many.drawing.name} takes ${many.sheets.length} sheets at this scale; the limit is ${maxSheets}: use larger paper or a smaller scale`,
      };
    const count = planned.reduce((sum, { sheets }) => sum + sheets.length, 0);
    let number = 0;
    const pages = planned.flatMap(({ drawing, sheets }) =>
      sheets.map((sheet): SheetPage => {
        number++;
        const said = count === 1 ? drawing.name : `${drawing.name}, ${number} of ${count}`;
        return { drawing, sheet, said };
      }),
    );
    // Pieces show the drawing as its first sheet has it.
    const texts = new Map(planned.map(({ drawing }) => [drawing, drawing.svg(saidOf(pages, drawing))]));
    const read = new Map([...texts].map(([drawing, text]) => [drawing, readSvg(text)]));
    const sources = { fonts, ...(further && { further }), ...(installed && { installed }) };
    const found = await fontsFor([...read.values()].flatMap(linesIn), sources);
    if (found === undefined) return { problem: 'A PDF needs a font' };
    if ('problem' in found) return found;
    const picture = await write(pages, { read, hash: hashOf([...texts.values()].join('')) }, found, title);
    return 'problem' in picture ? picture : { ...picture, papers: planned.map(({ on }) => on) };
  });
}

/** A sheet, and what its title block says of it. */
interface SheetPage {
  readonly drawing: PrintedDrawing;
  readonly sheet: Sheet;
  readonly said: string;
}

const saidOf = (pages: readonly SheetPage[], drawing: PrintedDrawing): string =>
  pages.find((each) => each.drawing === drawing)?.said ?? '';

/** The sheets of a drawing, and how well it is read on them. */
function planOf(
  drawing: PrintedDrawing,
  { paper: asked, ...options }: PrintOptions,
): { readonly sheets: readonly Sheet[]; readonly on: PrintedOn } {
  const read = readSvg(drawing.svg(drawing.name));
  const [width, height] = sizeOf(read);
  const block = drawing.block?.(drawing.name);
  const [across, down] = block === undefined ? [0, 0] : sizeOf(readSvg(block));
  const printed = {
    content: contentOf(read, width, height),
    smallest: smallestType(read),
    boxes: boxesIn(read),
    block: { width: across, height: down },
  };
  const enough = paperFor(printed, options);
  const paper = asked ?? (options.scale === undefined ? (enough ?? 'a0') : 'a4');
  const sheets = sheetsFor(printed, { ...options, paper });
  const [whole] = sheets as readonly [Sheet];
  const onA4 = capitalsOn(fitting(printed, { ...options, paper: 'a4' }), printed);
  const on = {
    name: drawing.name,
    paper,
    capitals: capitalsOn(whole, printed),
    onA4,
    enough,
    pieces: sheets.length - 1,
  };
  return { sheets, on };
}

async function write(
  pages: readonly SheetPage[],
  { read, hash }: { readonly read: ReadonlyMap<PrintedDrawing, SvgElement>; readonly hash: number },
  { regular, bold, faces, borrowed }: DrawingFonts,
  title: string | undefined,
): Promise<Picture> {
  const { default: Document } = await import('pdfkit');
  const [first] = read.values();
  const document = new Document({
    autoFirstPage: false,
    // No font by default, which would be opened again: those that are open are registered.
    font: '',
    pdfVersion: '1.7',
    lang: 'en',
    tagged: true,
    displayTitle: true,
    info: {
      Title: title ?? wordsOf(first, 'title'),
      Creator: 'Lightloom',
      // The identifier of the file is computed from this date, so that equal drawings have the same and others don't.
      CreationDate: new Date(hash),
    },
  });
  withoutDates(document);
  for (const { path, font } of faces) document.registerFont(path, font);
  const written = bytesOf(document);
  const missing = new Set<string>();
  const page = { document, faces, regular, bold, missing };
  for (const { drawing, sheet, said } of pages) {
    await nextTurn();
    const svg = read.get(drawing) as SvgElement;
    document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    const { piece, isWhole, x, y, scale, blockScale } = sheet;
    if (isWhole && read.size > 1) document.outline.addItem(wordsOf(svg, 'title'));
    const figure = document.struct('Figure', { alt: `${wordsOf(svg, 'title')}. ${wordsOf(svg, 'desc')}` }, () => {
      document.save();
      if (!isWhole) document.rect(x, y, piece.width * scale, piece.height * scale).clip();
      document.translate(x - piece.x * scale, y - piece.y * scale).scale(scale);
      const text = isWhole ? undefined : drawing.block?.(said);
      drawPage(page, text === undefined ? svg.children : svg.children.filter(isDrawing), isWhole ? undefined : piece);
      document.restore();
      if (text === undefined) return;
      const block = readSvg(text);
      const [across, down] = sizeOf(block);
      document
        .save()
        .translate(sheet.width - x - across * blockScale, sheet.height - y - down * blockScale)
        .scale(blockScale);
      drawPage(page, block.children);
      document.restore();
    });
    document.addStructure(figure);
  }
  document.end();
  return { bytes: await written, missing: inOrder(missing), borrowed };
}

/** Whether it isn't the title block: sheets with a piece have one of their own. */
const isDrawing = ({ attributes }: SvgElement): boolean => attributes['data-kind'] !== 'block';

/** The lines of text of a drawing. */
function linesIn({ name, text, children }: SvgElement): readonly string[] {
  return name === 'text' ? [text] : children.flatMap(linesIn);
}

const wordsOf = (drawing: SvgElement | undefined, name: string): string =>
  drawing?.children.find((each) => each.name === name)?.text ?? '';

/** Width and height of a drawing in pixels. */
function sizeOf({ attributes }: SvgElement): readonly [number, number] {
  const [x, y, width, height] = (attributes.viewBox ?? '').split(' ').map(Number);
  if (x !== 0 || y !== 0 || !(Number(width) > 0) || !(Number(height) > 0)) throw new Error('the drawing has no size');
  return [width as number, height as number];
}
