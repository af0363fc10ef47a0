// All views of a design that show something, each once.
import type { Graph, Placed } from '@lightloom/diagram';
import type { GraphOptions } from '@lightloom/diagram/views';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** A view with everything at its place. */
export interface PlacedView {
  readonly id: string;
  readonly title: string;
  readonly placed: Placed;
}

export interface Shown {
  /** Whether the positions kept beside the design count. */
  readonly placed?: boolean;
  /** Fields of the title block. */
  readonly block?: GraphOptions['block'];
  /** Whether the title block has room for a number of the sheet. */
  readonly numbered?: boolean;
}

/** A drawing with room for a number of its sheet. */
export function withRoomForNumber(graph: Graph): Graph {
  return { ...graph, block: { ...graph.block, sheet: `${graph.block?.sheet ?? ''}, 88 of 888` } };
}

/** The views of a design that show something, each once, in the order in which `render --list` names them. */
export async function placedViews(
  design: OpenedFile['analysis'],
  { placed = true, block = {}, numbered = false }: Shown,
  io: Pick<Io, 'assets'>,
): Promise<readonly PlacedView[]> {
  const [{ shownViewsOf }, { elkEngine, layout }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const views: PlacedView[] = [];
  for (const { id, title, graph } of await shownViewsOf(design, { placed, block }))
    views.push({ id, title, placed: await layout(numbered ? withRoomForNumber(graph) : graph, engine) });
  return views;
}
