// All views of a design that show something, each once, with everything at its place.
import type { Graph, LayoutEngine, LayoutWorker, PaperTheme, Placed } from '@lightloom/diagram';
import type { GraphOptions, Look } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';
import { graphOf, seenGraphOf, shownViewsOf, viewsOf } from '../session/index.ts';
import { type Drawn, foldingsOf } from './foldings.ts';

/** A view with everything at its place. */
export interface PlacedView {
  readonly id: string;
  readonly title: string;
  readonly placed: Placed;
  /** The view, and what it is when things are folded and unfolded; absent where that wasn't asked for. */
  readonly foldings?: readonly Drawn[];
}

/** How views are shown. */
export interface Shown {
  /** Whether the positions kept beside the design count; they do when not given. */
  readonly placed?: boolean;
  /** Fields of the title block. */
  readonly block?: GraphOptions['block'];
  /** Whether the title block has room for a number of the sheet. */
  readonly numbered?: boolean;
  /** Whether there is a drawing for each thing that can be folded or unfolded. */
  readonly folded?: boolean;
}

/** A drawing with room for a number of its sheet. */
export function withRoomForNumber(graph: Graph): Graph {
  return { ...graph, block: { ...graph.block, sheet: `${graph.block?.sheet ?? ''}, 88 of 888` } };
}

/**
 * The views of a design that show something, each once, in the order in which `render --list` names them.
 * @param engine places what isn't in tiers
 */
export async function placedViews(
  design: Analysis,
  { placed = true, block = {}, numbered = false, folded = false }: Shown,
  engine?: LayoutEngine,
): Promise<readonly PlacedView[]> {
  const { layout } = await import('@lightloom/diagram');
  const views: PlacedView[] = [];
  for (const { id, title, graph } of await shownViewsOf(design, { placed, block }))
    views.push({ id, title, placed: await layout(numbered ? withRoomForNumber(graph) : graph, engine) });
  if (!folded) return views;
  return Promise.all(views.map(async (each) => ({ ...each, foldings: await foldingsOf(design, each, engine) })));
}

/** What of a design is shown. */
interface Wanted {
  /** The first view when not given. */
  readonly view: string | undefined;
  /** How the reader changed it. */
  readonly look: Look | undefined;
  readonly numbered: boolean;
}

/** One view with everything at its place; none where there is no such view. */
export async function placedView(
  design: Analysis,
  { view, look = {}, numbered }: Wanted,
  engine?: LayoutEngine,
): Promise<readonly PlacedView[]> {
  const [{ layout }, views] = await Promise.all([import('@lightloom/diagram'), viewsOf(design)]);
  const { id, title } = views.find((each) => each.id === (view ?? views[0]?.id)) ?? {};
  // A view of a phase has no look of its own.
  const graph =
    id === undefined ? undefined : ((await seenGraphOf(design, id, look))?.graph ?? (await graphOf(design, id)));
  if (id === undefined || graph === undefined) return [];
  return [{ id, title: title ?? id, placed: await layout(numbered ? withRoomForNumber(graph) : graph, engine) }];
}

/** A layout engine in a thread. @param start starts the thread */
export async function layoutEngine(
  start: (onFailure: (message: string) => void) => LayoutWorker,
): Promise<LayoutEngine> {
  return (await import('@lightloom/diagram')).elkEngine(start);
}

/** A drawing as text, in the format of an ending. */
export async function writtenAs(placed: Placed, ending: string): Promise<string> {
  const { notationOf, svg } = await import('@lightloom/diagram');
  const notation = Object.hasOwn(notations, ending) ? notations[ending as keyof typeof notations] : undefined;
  return notation === undefined ? svg(placed, { theme: 'light' }) : notationOf(placed, notation, 'light');
}

/** Notations by the ending of their files. */
const notations = { mmd: 'mermaid', md: 'md', d2: 'd2', dot: 'dot', drawio: 'drawio' } as const;

/** A drawing for sheets of paper: it is asked for again with what its title block says of each sheet. */
export interface SheetDrawing {
  readonly name: string;
  svg(sheet: string): string;
  block(sheet: string): string;
}

/** Views as drawings for sheets of paper. */
export async function onSheets(
  views: readonly Pick<PlacedView, 'id' | 'placed'>[],
  theme: PaperTheme,
): Promise<readonly SheetDrawing[]> {
  const { svg, blockSvg, withSheet } = await import('@lightloom/diagram');
  return views.map(({ id, placed }) => ({
    name: id,
    svg: (sheet) => svg(withSheet(placed, sheet), { theme }),
    block: (sheet) => blockSvg(placed, sheet, { theme }),
  }));
}
