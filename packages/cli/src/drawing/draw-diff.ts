// Draws a comparison: both designs in one picture.
import type { Placed } from '@lightloom/diagram';
import type { ComparedPair } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { type DrawingFormat, drawingFormatOf } from './formats.ts';
import { type Picture, renderDrawing } from './render-picture.ts';

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

/** Draws the designs that are compared. */
export async function drawDiff(
  pairs: readonly ComparedPair[],
  format: Exclude<DrawingFormat, 'html'>,
  io: Io,
): Promise<Picture> {
  const placed = await placeDiff(pairs, io);
  return 'problem' in placed ? placed : renderDrawing(io, placed, { format, theme: 'light' });
}

/** The drawing of the designs that are compared, as SVG; or why there is none. */
export async function diffSvg(
  pairs: readonly ComparedPair[],
  io: Pick<Io, 'assets'>,
): Promise<string | { readonly problem: string }> {
  const placed = await placeDiff(pairs, io);
  if ('problem' in placed) return placed;
  const { svg } = await import('@lightloom/diagram');
  return svg(placed, { theme: 'light' });
}

async function placeDiff(
  pairs: readonly ComparedPair[],
  { assets }: Pick<Io, 'assets'>,
): Promise<Placed | { readonly problem: string }> {
  const [pair, ...others] = pairs;
  if (pair === undefined || others.length > 0)
    return { problem: 'A drawing shows two designs; name two files, not two folders.' };
  const [{ differenceGraph }, { elkEngine, layout }, { startElkWorker }] = await Promise.all([
    import('@lightloom/diagram/views'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const title = `${pair.before.path ?? 'nothing'} → ${pair.after.path ?? 'nothing'}`;
  const engine = elkEngine((onFailure) => startElkWorker(assets, onFailure));
  return layout(differenceGraph(pair.diff, title), engine);
}
