// Draws a comparison: both designs in one picture.
import type { ComparedPair } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { deliver, say } from './output.ts';
import { type DrawingFormat, drawingFormats, renderPicture } from './render-picture.ts';

/** The format of a drawing that a file is named for; undefined for any other file. */
export function drawingFormatOf(output: string | undefined): DrawingFormat | undefined {
  return drawingFormats.find((each) => output?.endsWith(`.${each}`) === true);
}

/**
 * Draws the designs that are compared and writes the picture.
 * @returns false when that fails, which is reported
 */
export async function drawDiff(
  pairs: readonly ComparedPair[],
  format: DrawingFormat,
  { output }: { readonly output: string },
  io: Io,
): Promise<boolean> {
  const [pair, ...others] = pairs;
  if (pair === undefined || others.length > 0) {
    say(io, 'A drawing shows two designs; name two files, not two folders.');
    return false;
  }
  const [{ differenceGraph }, { elkEngine, layout, svg }, { startElkWorker }] = await Promise.all([
    import('@lightloom/diagram/views'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const title = `${pair.before.path ?? 'nothing'} → ${pair.after.path ?? 'nothing'}`;
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const drawing = svg(await layout(differenceGraph(pair.diff, title), engine), { theme: 'light' });
  const picture = format === 'svg' ? drawing : await renderPicture(io, drawing, format, {});
  return picture !== undefined && (await deliver(io, picture, { output }));
}
