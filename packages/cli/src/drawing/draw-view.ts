// Draws a view of a design that was opened.
import type { GraphOptions } from '@lightloom/diagram/views';
import type { OpenedFile } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** What is drawn. */
interface Wanted {
  /** The first view of the design when not given. */
  readonly view?: string | undefined;
  readonly theme: 'light' | 'dark';
  /** Whether the positions kept beside the design count; they do when not given. */
  readonly placed?: boolean;
  /** Fields of the title block. */
  readonly block?: GraphOptions['block'];
}

/** A view as it was drawn. */
export interface DrawnView {
  readonly id: string;
  readonly svg: string;
}

/**
 * Draws a view.
 * @returns undefined when the design has no such view, which is reported
 */
export async function drawView(
  { analysis: design, path }: OpenedFile,
  { view, theme, block, placed = true }: Wanted,
  io: Io,
): Promise<DrawnView | undefined> {
  const [{ draw, viewsOf }, { elkEngine }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const ids = (await viewsOf(design)).map((each) => each.id);
  const id = view ?? ids[0] ?? '';
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const svg = await draw(design, id, { theme, engine, placed, ...(block === undefined ? {} : { block }) });
  if (svg !== undefined) return { id, svg };
  say(io, await unknownView(path, id, ids));
  return undefined;
}

async function unknownView(path: string, id: string, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return `${path} has nothing to draw.`;
  const { closest } = await import('@lightloom/language');
  const near = closest(id, ids) ?? ids.find((each) => each.endsWith(`:${id}`));
  const views = `It has ${ids.join(', ')}.`;
  return `${path} has no view \`${id}\`. ${near === undefined ? views : `Did you mean \`${near}\`? ${views}`}`;
}
