// Draws a design: its views, the graph of one, and the picture. The drawing code is loaded when first asked for.
import { limitsIn } from '@lightloom/core';
import type { LayoutEngine, Theme } from '@lightloom/diagram';
import type { Graph, GraphOptions, KeptView, Look, PlacedAt, Span, ViewInfo } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';
import type { PlacementFile } from '../placements/index.ts';

/** How a graph is made. */
export interface ShownOptions {
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

/** The views of a design as it is in the end: those it declares, then those that every design has. */
export async function wholeViewsOf({ facts }: Analysis): Promise<readonly ViewInfo[]> {
  return (await import('@lightloom/diagram/views')).viewsOf(facts);
}

/** The views of a design, then those of each phase before the last, `racks@day1`. */
export async function viewsOf(design: Analysis): Promise<readonly ViewInfo[]> {
  const whole = await wholeViewsOf(design);
  const earlier = await Promise.all(
    earlierPhases(design).map(async ({ name, title = name, analysis }) =>
      (await wholeViewsOf(analysis)).map((view) => ({
        ...view,
        id: `${view.id}@${name}`,
        title: `${view.title}, in phase ${title}`,
      })),
    ),
  );
  return [...whole, ...earlier.flat()];
}

/** The phases of a design that isn't one of them, without the last, in which it is whole. */
function earlierPhases({ fabric, at }: Analysis) {
  if (fabric.settings.some(({ isPhase }) => isPhase === true)) return [];
  return fabric.phases.slice(0, -1).flatMap(({ name, title }) => {
    const analysis = at(name);
    return analysis === undefined ? [] : [{ name, title, analysis }];
  });
}

/** The design in the phase that a view names, and the view there; the design itself where it names none. */
function inPhase(design: Analysis, view: string): { readonly design: Analysis; readonly view: string } {
  const phase = earlierPhases(design).find(({ name }) => view.endsWith(`@${name}`));
  return phase === undefined
    ? { design, view }
    : { design: phase.analysis, view: view.slice(0, -phase.name.length - 1) };
}

/** What a view shows, to be laid out by whoever shows it; undefined when there is no view of that id. */
export async function graphOf(
  whole: Analysis,
  named: string,
  { block = {}, placed = true }: ShownOptions = {},
): Promise<Graph | undefined> {
  const { design, view } = inPhase(whole, named);
  const { facts, findings, judged } = design;
  const { graphOf: drawn } = await import('@lightloom/diagram/views');
  const graph = drawn(facts, view, { findings, unjudged: limitsIn(judged.unjudged), block });
  return graph === undefined || !placed ? graph : atKeptPlaces(design, graph);
}

/** A drawing with the positions that are kept for it beside the design. */
async function atKeptPlaces(design: Analysis, graph: Graph): Promise<Graph> {
  const file = await design.placements();
  if (file === undefined) return graph;
  const { shareKept, withPlacements } = await import('@lightloom/diagram');
  const ids = (await viewsOf(design)).map(({ id }) => id);
  const kept = file.views.get(graph.id) ?? renamed(file, ids, (each) => shareKept(graph, each));
  const name = file.uri.slice(file.uri.lastIndexOf('/') + 1);
  return kept === undefined ? graph : withPlacements(graph, kept, decodeURIComponent(name));
}

/** Views for which positions are kept and that the design doesn't have, under another name neither. */
export async function lostPositions(design: Analysis): Promise<readonly string[]> {
  const file = await design.placements();
  if (file === undefined) return [];
  const ids = (await viewsOf(design)).map(({ id }) => id);
  const lost = [...file.views].filter(([id]) => !ids.includes(id));
  if (lost.length === 0) return [];
  const { shareKept } = await import('@lightloom/diagram');
  const found = new Set<KeptView>();
  for (const id of ids.filter((each) => !file.views.has(each))) {
    const graph = await graphOf(design, id, { placed: false });
    const kept = graph === undefined ? undefined : renamed(file, ids, (each) => shareKept(graph, each));
    if (kept !== undefined) found.add(kept);
  }
  return lost.flatMap(([id, kept]) => (found.has(kept) ? [] : [id]));
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

/**
 * What a view shows as a reader looks at it, with what in the text is about which of its things; undefined when there is no view of
 * that id.
 */
export async function seenGraphOf(
  design: Analysis,
  view: string,
  look: Look,
): Promise<{ readonly graph: Graph; readonly spans: readonly Span[] } | undefined> {
  const { facts, findings, judged } = design;
  const { itemSpans, locatedGraphOf } = await import('@lightloom/diagram/views');
  const found = locatedGraphOf(facts, view, { findings, unjudged: limitsIn(judged.unjudged), look });
  if (found === undefined) return undefined;
  // Positions are those of the boxes that the view has by itself.
  const graph = hasOtherBoxes(look) ? found.graph : await atKeptPlaces(design, found.graph);
  return { graph, spans: itemSpans(facts, graph, found.locator) };
}

/** Whether a reader folded or unfolded something, or left networks out. */
function hasOtherBoxes({ networks, unfolded = [], folded = [] }: Look): boolean {
  return networks !== undefined || unfolded.length + folded.length > 0;
}

/** How the figures of a thing in a drawing come about, line by line; none when there is no such view or thing. */
export async function explainDrawn(
  { facts }: Analysis,
  view: string,
  look: Look,
  id: string,
): Promise<readonly string[]> {
  const { explainItem, locatedGraphOf } = await import('@lightloom/diagram/views');
  const found = locatedGraphOf(facts, view, { look });
  return found === undefined ? [] : explainItem(facts, found.locator, id);
}

/**
 * How the figures of the things in a drawing come about, line by line, by id; without those of which nothing is known.
 * @param most lines of each
 */
export async function explainAllDrawn(
  whole: Analysis,
  named: string,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { design, view } = inPhase(whole, named);
  const { explainItems, locatedGraphOf } = await import('@lightloom/diagram/views');
  const found = locatedGraphOf(design.facts, view, {});
  if (found === undefined) return new Map();
  return new Map([...explainItems(design.facts, found.locator, ids, most)].filter(([, lines]) => lines.length > 0));
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
