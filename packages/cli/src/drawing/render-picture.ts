// Drawings in their formats: the choice of one, and the size.
import type { PaperTheme, Placed } from '@lightloom/diagram';
import type { Orientation, Paper, PrintedDrawing, Picture as RenderedPicture } from '@lightloom/render';
import { InvalidArgumentError, Option } from 'commander';
import type { Output } from '../process/io.ts';
import { type FontIo, fontSources, fontsSaid } from './fonts.ts';
import { calledOf, type DrawingFormat, drawingFormatOf, isNotation, listedEndings } from './formats.ts';
import { paperNote } from './paper-note.ts';

/** The option for the size of a PNG or a PDF. */
export function drawingScale(): Option {
  return new Option(
    '--scale <number>',
    'PNG: pixels for one pixel of the drawing (default: 1); PDF: size, 1 for 96 pixels to an inch (default: what fits, if it can be read)',
  ).argParser((text) => {
    const scale = Number(text);
    if (!(scale > 0)) throw new InvalidArgumentError('It must be a number above 0.');
    return scale;
  });
}

/** Written here so that help needs no rendering; the type holds it to what can be rendered. */
const papers: Readonly<Record<Paper, true>> = { a4: true, a3: true, a2: true, a1: true, a0: true, letter: true };

/** The option for the size of a PDF; `A3` is `a3`. */
export function pdfPaper(): Option {
  const option = new Option(
    '--paper <size>',
    'PDF: the paper (default: the smallest of a4 to a0 on which all can be read; a4 with --scale)',
  ).choices(Object.keys(papers));
  const { parseArg } = option;
  return option.argParser((text, previous) => parseArg?.(text.toLowerCase(), previous));
}

/** The size of a drawing. */
export interface DrawingSize {
  /** Pixels of a PNG for one pixel of the drawing; of a PDF, how much larger than 96 pixels to an inch. */
  readonly scale?: number;
  /** Paper of a PDF. */
  readonly paper?: Paper;
  /** Margins of a PDF in millimeters. */
  readonly margin?: number;
  readonly orientation?: Orientation;
  /** Files of fonts for what DejaVu Sans lacks. */
  readonly font?: readonly string[];
}

/** Margins that leave room for a drawing, in millimeters. */
const maxMargin = 80;

/** The option for the margins of a PDF. */
export function pdfMargin(): Option {
  const option = new Option('--margin <mm>', 'PDF: millimeters left free at each edge (default: 10)');
  return option.argParser((text) => {
    const margin = text === '' ? Number.NaN : Number(text);
    if (margin >= 0 && margin <= maxMargin) return margin;
    throw new InvalidArgumentError(`It must be a number from 0 to ${maxMargin}.`);
  });
}

/** The option for how the sheets of a PDF lie. */
export function pdfOrientation(): Option {
  const option = new Option('--orientation <name>', 'PDF: how sheets lie (default: auto, whichever shows more)');
  return option.choices(['auto', 'portrait', 'landscape']);
}

interface Target extends DrawingSize {
  readonly format?: DrawingFormat;
  readonly output?: string;
  readonly all?: boolean;
}

/** The format asked for, by name or by the name of the file. */
export function formatFor(
  { format, output, scale, ...target }: Target,
  stdout: Output,
): { readonly name: DrawingFormat } | { readonly problem: string } {
  const toFile = output !== undefined && output !== '-';
  const name = format ?? (toFile ? drawingFormatOf(output) : 'svg');
  if (name === undefined)
    return {
      problem: `No drawing has the ending of ${output}; use ${listedEndings()}, or name a format with -f.`,
    };
  if ((name === 'png' || name === 'pdf') && !toFile && stdout.isTerminal)
    return { problem: `A ${name.toUpperCase()} is not text: write it to a file with -o FILE.${name}.` };
  const problem = sizeConflict({ scale, ...target }, name);
  return problem === undefined ? { name } : { problem };
}

/** What is wrong with a size for a format; undefined when nothing is. @param name undefined where nothing is drawn */
export function sizeConflict(
  { scale, font, ...sheets }: Partial<Record<'scale' | 'font' | 'paper' | 'margin' | 'orientation' | 'all', unknown>>,
  name: DrawingFormat | undefined,
): string | undefined {
  const instead = name === undefined ? 'nothing is drawn' : `the drawing is written as ${calledOf(name)}`;
  if (scale !== undefined && name !== 'png' && name !== 'pdf') return `--scale is for PNG and PDF; ${instead}.`;
  if (font !== undefined && name !== 'png' && name !== 'pdf') return `--font is for PNG and PDF; ${instead}.`;
  const ofPaper = (['paper', 'margin', 'orientation', 'all'] as const).find((each) => sheets[each] !== undefined);
  return ofPaper !== undefined && name !== 'pdf' ? `--${ofPaper} is for PDF; ${instead}.` : undefined;
}

/** A drawing in its format, and what is to be known about it; or why it can't be rendered. */
export type Picture =
  | { readonly content: string | Uint8Array; readonly warning?: string; readonly note?: string }
  | { readonly problem: string };

/** A placed drawing in a format. */
export async function renderDrawing(
  io: FontIo,
  placed: Placed,
  {
    format,
    theme,
    ...size
  }: DrawingSize & {
    readonly format: Exclude<DrawingFormat, 'html'>;
    readonly theme: PaperTheme;
  },
): Promise<Picture> {
  const { blockSvg, notationOf, svg } = await import('@lightloom/diagram');
  return isNotation(format)
    ? { content: notationOf(placed, format, theme) }
    : format === 'pdf'
      ? renderSheets(
          io,
          [{ name: '', svg: () => svg(placed, { theme }), block: (sheet) => blockSvg(placed, sheet, { theme }) }],
          size,
        )
      : renderPicture(io, svg(placed, { theme }), format, size);
}

/** An SVG as it is, or as PNG. */
export async function renderPicture(
  io: FontIo,
  svg: string,
  format: 'svg' | 'png',
  { scale = 1, font }: DrawingSize = {},
): Promise<Picture> {
  if (format === 'svg') return { content: svg };
  const { pngOf } = await import('@lightloom/render');
  return pictureWith(await pngOf(svg, { scale, ...(await fontSources(io, font)) }));
}

/** Drawings on sheets of paper, as PDF. */
export async function renderSheets(
  io: FontIo,
  drawings: readonly PrintedDrawing[],
  { paper, margin, orientation, scale, font, title }: DrawingSize & { readonly title?: string } = {},
): Promise<Picture> {
  const { pdfOf } = await import('@lightloom/render');
  const fonts = await fontSources(io, font);
  const given = { paper, margin, orientation, scale, title };
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const picture = await pdfOf(drawings, { ...fonts, ...options });
  const made = await pictureWith(picture);
  if ('problem' in picture || 'problem' in made) return made;
  const notes = [made.note, paperNote(picture.papers ?? [], paper !== undefined)].filter((each) => each !== undefined);
  return { ...made, ...(notes.length === 0 ? {} : { note: notes.join(' ') }) };
}

/** What rendering gave, with what is to be known about its fonts. */
async function pictureWith(picture: RenderedPicture): Promise<Picture> {
  if ('problem' in picture) return { problem: `${picture.problem}.` };
  return { content: picture.bytes, ...(await fontsSaid(picture)) };
}
