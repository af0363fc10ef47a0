// Drawings in their formats: the choice of one, the size, the fonts.
import { join } from 'node:path';
import { printCount } from '@lightloom/core';
import type { PaperTheme, Placed } from '@lightloom/diagram';
import type { Paper } from '@lightloom/render';
import { InvalidArgumentError, Option } from 'commander';
import type { Io, Output } from '../process/io.ts';
import { calledOf, type DrawingFormat, drawingFormatOf, isNotation, listedEndings } from './formats.ts';

/** The option for the size of a PNG. */
export function pngScale(): Option {
  return new Option('--scale <number>', 'PNG: pixels for one pixel of the drawing (default: 1)').argParser((text) => {
    const scale = Number(text);
    if (!(scale > 0)) throw new InvalidArgumentError('It must be a number above 0.');
    return scale;
  });
}

/** Written here so that help needs no rendering; the type holds it to what can be rendered. */
const papers: Readonly<Record<Paper, true>> = { a4: true, a3: true, a2: true, a1: true, a0: true, letter: true };

/** The option for the size of a PDF; `A3` is `a3`. */
export function pdfPaper(): Option {
  const option = new Option('--paper <size>', 'PDF: the paper (default: a4)').choices(Object.keys(papers));
  const { parseArg } = option;
  return option.argParser((text, previous) => parseArg?.(text.toLowerCase(), previous));
}

/** The size of a drawing. */
export interface DrawingSize {
  /** Pixels of a PNG for one pixel of the drawing. */
  readonly scale?: number;
  /** Paper of a PDF. */
  readonly paper?: Paper;
}

interface Target extends DrawingSize {
  readonly format?: DrawingFormat;
  readonly output?: string;
}

/** The format asked for, by name or by the name of the file. */
export function formatFor(
  { format, output, scale, paper }: Target,
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
  const problem = sizeConflict({ scale, paper }, name);
  return problem === undefined ? { name } : { problem };
}

/** What is wrong with a size for a format; undefined when nothing is. @param name undefined where nothing is drawn */
export function sizeConflict(
  { scale, paper }: { readonly scale?: number | undefined; readonly paper?: Paper | undefined },
  name: DrawingFormat | undefined,
): string | undefined {
  const instead = name === undefined ? 'nothing is drawn' : `the drawing is written as ${calledOf(name)}`;
  if (scale !== undefined && name !== 'png') return `--scale is for PNG; ${instead}.`;
  return paper !== undefined && name !== 'pdf' ? `--paper is for PDF; ${instead}.` : undefined;
}

/** A drawing in its format, and what is to be known about it; or why it can't be rendered. */
export type Picture =
  | { readonly content: string | Uint8Array; readonly warning?: string }
  | { readonly problem: string };

/** A placed drawing in a format. */
export async function renderDrawing(
  io: Pick<Io, 'assets'>,
  placed: Placed,
  { format, theme, ...size }: DrawingSize & { readonly format: DrawingFormat; readonly theme: PaperTheme },
): Promise<Picture> {
  const { notationOf, svg } = await import('@lightloom/diagram');
  return isNotation(format)
    ? { content: notationOf(placed, format, theme) }
    : renderPicture(io, svg(placed, { theme }), format, size);
}

/** An SVG in a format. */
export async function renderPicture(
  { assets }: Pick<Io, 'assets'>,
  svg: string,
  format: 'svg' | 'png' | 'pdf',
  { scale = 1, paper = 'a4' }: DrawingSize = {},
): Promise<Picture> {
  if (format === 'svg') return { content: svg };
  const { fontFamily, fontNames, pdfOf, pngOf } = await import('@lightloom/render');
  const fonts = fontNames.map((name) => join(assets, 'fonts', name));
  const picture = await (format === 'png' ? pngOf(svg, { scale, fonts }) : pdfOf(svg, { paper, fonts }));
  if ('problem' in picture) return { problem: `${picture.problem}.` };
  const { bytes, missing } = picture;
  return missing.length === 0 ? { content: bytes } : { content: bytes, warning: lacks(fontFamily, missing) };
}

/** More characters than this are counted, not named. */
const maxNamed = 10;

/** What a font lacks of a drawing, as a sentence. */
function lacks(font: string, characters: readonly string[]): string {
  const named = characters.slice(0, maxNamed).map((each) => {
    const code = (each.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return `${each} U+${code}`;
  });
  const list = [...named, ...(characters.length > maxNamed ? ['…'] : [])].join(', ');
  const [count, they] = [printCount(characters.length, 'character'), characters.length === 1 ? 'it is' : 'they are'];
  return `The drawing has ${count} that ${font} lacks (${list}); ${they} drawn as \ufffd. An SVG keeps them.`;
}
