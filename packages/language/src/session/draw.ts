// Draws a design: its views, the graph of one, and the picture. The drawing code is loaded when first asked for.
import { limitsIn } from '@lightloom/core';
import type { LayoutEngine, Theme } from '@lightloom/diagram';
import type { Graph, GraphOptions, KeptView, PlacedAt, ViewInfo } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';
import type { PlacementFile } from '../placements/index.ts';

/** How a graph is made. */
interface ShownOptions {
  /** What the title block says beside what the design does. */
  readonly block?: GraphOptions['block'];
  /** Whether the positions kept beside the design count; they do when not given. */
  readonly placed?: boolean;
}

/** How a picture is made. */
export interface DrawOptions extends ShownOptions {
  readonly theme: Theme;
  /** Places what isn't in tiers; such drawings are arranged without it when not given. */
  readonly engine?: LayoutEngine;
}

/** The views of a design: those it declares, then those that every design has. */
export async function viewsOf({ facts }: Analysis): Promise<readonly ViewInfo[]> {
  return (await import('@lightloom/diagram/views')).viewsOf(facts);
}

/** What a view shows, to be laid out by whoever shows it; undefined when there is no view of that id. */
export async function graphOf(
  design: Analysis,
  view: string,
  { block = {}, placed = true }: ShownOptions = {},
): Promise<Graph | undefined> {
  const { facts, findings, judged } = design;
  const views = await import('@lightloom/diagram/views');
  const unjudged = limitsIn(judged.unjudged);
  const graph = views.graphOf(facts, view, { findings, unjudged, block });
  const file = graph === undefined || !placed ? undefined : await design.placements();
  if (graph === undefined || file === undefined) return graph;
  const { shareKept, withPlacements } = await import('@lightloom/diagram');
  const ids = views.viewsOf(facts).map(({ id }) => id);
  const kept = file.views.get(view) ?? renamed(file, ids, (each) => shareKept(graph, each));
  const name = file.uri.slice(file.uri.lastIndexOf('/') + 1);
  return kept === undefined ? graph : withPlacements(graph, kept, decodeURIComponent(name));
}

/** What is kept of where the boxes of a drawing are. @param locked whether they stay there */
export async function keptView(graph: Graph, boxes: readonly PlacedAt[], locked = true): Promise<KeptView> {
  return (await import('@lightloom/diagram')).keptView(graph, boxes, locked);
}

/** What was kept for a view under another name: of the views that aren't there any more, the one with most of its boxes. */
function renamed(
  { views }: PlacementFile,
  ids: readonly string[],
  shareOf: (kept: KeptView) => number,
): KeptView | undefined {
  const lost = [...views].flatMap(([id, kept]) => (ids.includes(id) ? [] : [{ kept, share: shareOf(kept) }]));
  return lost.sort((a, b) => b.share - a.share).find(({ share }) => share > 0.5)?.kept;
}

/** A view as SVG; undefined when there is no view of that id. */
export async function draw(
  design: Analysis,
  view: string,
  { engine, theme, ...shown }: DrawOptions,
): Promise<string | undefined> {
  const graph = await graphOf(design, view, shown);
  if (graph === undefined) return undefined;
  const { layout, svg } = await import('@lightloom/diagram');
  return svg(await layout(graph, engine), { theme });
}
