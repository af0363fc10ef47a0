// Draws a comparison: both designs in one picture.
import type { PaperTheme, Placed } from '@lightloom/diagram';
import { type ComparedPair, splitPairs } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { type DrawingFormat, drawingFormatOf } from './formats.ts';
import { type DrawingSize, type Picture, renderDrawing } from './render-picture.ts';

interface DrawingConflicts {
  /** A format that was asked for; undefined for the usual one. */
  readonly format?: string | undefined;
  readonly figures?: boolean;
}

/** What a drawing can't have beside it; undefined when it has none of that. */
export function drawingConflict(output: string, { format, figures }: DrawingConflicts): string | undefined {
  const other = format === undefined ? (figures === true ? '--figures' : undefined) : `\`-f ${format}\``;
  return other === undefined ? undefined : `${output} becomes a drawing, and ${other} prints text; remove one of them.`;
}

/** The format of a drawing that a file is named for; undefined for any other file, and for documents, which the comparison itself is. */
export function diffDrawingOf(output: string): Exclude<DrawingFormat, 'html'> | undefined {
  const format = drawingFormatOf(output);
  return format === 'md' || format === 'html' ? undefined : format;
}

/** How a comparison is drawn. */
export interface DrawnAs extends DrawingSize {
  readonly theme: PaperTheme;
}

/** A drawing of two designs, with the file it goes to. */
export interface DiffDrawing {
  readonly output: string;
  readonly picture: Picture;
}

/** Draws the designs that are compared: a file for each two that differ, named by the design where there are several. */
export async function* drawDiff(
  pairs: readonly ComparedPair[],
  output: string,
  { theme, scale, paper, font }: DrawnAs,
  io: Io,
): AsyncGenerator<DiffDrawing> {
  const format = diffDrawingOf(output) ?? 'svg';
  const drawn = {
    ...{ format, theme },
    ...(scale === undefined ? {} : { scale }),
    ...(paper === undefined ? {} : { paper }),
    ...(font === undefined ? {} : { font }),
  };
  const { shown } = splitPairs(pairs);
  const taken = new Set<string>();
  for (const pair of shown) {
    const file = pairs.length === 1 ? output : fileOf(pair, output, taken);
    yield { output: file, picture: await renderDrawing(io, await placePair(pair, io), drawn) };
  }
}

/** `growth.svg` with the name of a design: `growth-halls-a.svg`. */
function fileOf({ before, after }: ComparedPair, output: string, taken: Set<string>): string {
  const path = after.path ?? before.path ?? '';
  const name = path
    .replace(/^.*\//, '')
    .replace(/\.fabric(?=@|$)/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const dot = output.lastIndexOf('.');
  const named = (suffix: string): string =>
    `${output.slice(0, dot)}-${name.replace(/^-|-$/g, '')}${suffix}${output.slice(dot)}`;
  let file = named('');
  for (let number = 2; taken.has(file); number++) file = named(`-${number}`);
  taken.add(file);
  return file;
}

/** The drawing of the two designs that are compared, or why there is none. */
export async function diffSvg(
  pairs: readonly ComparedPair[],
  io: Pick<Io, 'assets'>,
): Promise<string | { readonly problem: string }> {
  const [pair, ...others] = pairs;
  if (pair === undefined || others.length > 0)
    return { problem: 'A drawing shows two designs; name two files, not two folders.' };
  const [placed, { svg }] = await Promise.all([placePair(pair, io), import('@lightloom/diagram')]);
  return svg(placed, { theme: 'light' });
}

async function placePair(pair: ComparedPair, { assets }: Pick<Io, 'assets'>): Promise<Placed> {
  const [{ differenceGraph }, { elkEngine, layout }, { startElkWorker }] = await Promise.all([
    import('@lightloom/diagram/views'),
    import('@lightloom/diagram'),
    import('@lightloom/render/elk-thread'),
  ]);
  const title = `${pair.before.path ?? 'nothing'} → ${pair.after.path ?? 'nothing'}`;
  const engine = elkEngine((onFailure) => startElkWorker(assets, onFailure));
  return layout(differenceGraph(pair.diff, title), engine);
}
