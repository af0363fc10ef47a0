// Draws a design: its views, the graph of one, and the picture. The drawing code is loaded when first asked for.
import { limitsIn } from '@lightloom/core';
import type { LayoutEngine, Theme } from '@lightloom/diagram';
import type { Graph, GraphOptions, Look, Span, ViewInfo } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';

/** How a picture is made. */
export interface DrawOptions {
  readonly theme: Theme;
  /** Places what isn't in tiers; such drawings are arranged without it when not given. */
  readonly engine?: LayoutEngine;
  /** What the title block says beside what the design does. */
  readonly block?: GraphOptions['block'];
}

/** The views of a design: those it declares, then those that every design has. */
export async function viewsOf({ facts }: Analysis): Promise<readonly ViewInfo[]> {
  return (await import('@lightloom/diagram/views')).viewsOf(facts);
}

/** What a view shows, to be laid out by whoever shows it; undefined when there is no view of that id. */
export async function graphOf(
  { facts, findings, judged }: Analysis,
  view: string,
  block: GraphOptions['block'] = {},
): Promise<Graph | undefined> {
  const unjudged = limitsIn(judged.unjudged);
  return (await import('@lightloom/diagram/views')).graphOf(facts, view, { findings, unjudged, block });
}

/**
 * What a view shows as a reader looks at it, with what in the text is about which of its things; undefined when there is no view of
 * that id.
 */
export async function seenGraphOf(
  { facts, findings, judged }: Analysis,
  view: string,
  look: Look,
): Promise<{ readonly graph: Graph; readonly spans: readonly Span[] } | undefined> {
  const { itemSpans, locatedGraphOf } = await import('@lightloom/diagram/views');
  const found = locatedGraphOf(facts, view, { findings, unjudged: limitsIn(judged.unjudged), look });
  return found === undefined ? undefined : { graph: found.graph, spans: itemSpans(facts, found.graph, found.locator) };
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

/** A view as SVG; undefined when there is no view of that id. */
export async function draw(
  design: Analysis,
  view: string,
  { engine, theme, block }: DrawOptions,
): Promise<string | undefined> {
  const graph = await graphOf(design, view, block);
  if (graph === undefined) return undefined;
  const { layout, svg } = await import('@lightloom/diagram');
  return svg(await layout(graph, engine), { theme });
}
