// A view of a design that was opened, with everything at its place.
import type { PaperTheme, Placed } from '@lightloom/diagram';
import type { GraphOptions } from '@lightloom/diagram/views';
import type { OpenedFile } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** What is drawn. */
interface Wanted {
  /** The first view of the design when not given. */
  readonly view?: string | undefined;
  /** Whether the positions kept beside the design count; they do when not given. */
  readonly placed?: boolean;
  /** Fields of the title block. */
  readonly block?: GraphOptions['block'];
  /** Whether the title block has room for a number of the sheet. */
  readonly numbered?: boolean;
}

/** A view with everything at its place. */
export interface PlacedView {
  readonly id: string;
  readonly placed: Placed;
}

/**
 * Places what a view shows.
 * @returns undefined when the design has no such view, which is reported
 */
export async function placeView(
  { analysis: design, path }: OpenedFile,
  { view, block, placed = true, numbered = false }: Wanted,
  io: Io,
): Promise<PlacedView | undefined> {
  const [{ graphOf, viewsOf, withRoomForNumber }, { elkEngine, layout }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('@lightloom/render/elk-thread'),
  ]);
  const ids = (await viewsOf(design)).map((each) => each.id);
  const id = view ?? ids[0] ?? '';
  const graph = await graphOf(design, id, { placed, ...(block === undefined ? {} : { block }) });
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  if (graph !== undefined) return { id, placed: await layout(numbered ? withRoomForNumber(graph) : graph, engine) };
  say(io, await unknownView(path, id, ids));
  return undefined;
}

/** The same as SVG. */
export async function drawView(
  opened: OpenedFile,
  { theme, ...wanted }: Wanted & { readonly theme: PaperTheme },
  io: Io,
): Promise<{ readonly id: string; readonly svg: string } | undefined> {
  const view = await placeView(opened, wanted, io);
  if (view === undefined) return undefined;
  const { svg } = await import('@lightloom/diagram');
  return { id: view.id, svg: svg(view.placed, { theme }) };
}

async function unknownView(path: string, id: string, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return `${path} has nothing to draw.`;
  const { closest } = await import('@lightloom/language');
  const near = closest(id, ids) ?? ids.find((each) => each.endsWith(`:${id}`));
  const views = `It has ${ids.join(', ')}.`;
  return `${path} has no view \`${id}\`. ${near === undefined ? views : `Did you mean \`${near}\`? ${views}`}`;
}
