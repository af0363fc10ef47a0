// Draws a design: its views, the graph of one, and the picture. The drawing code is loaded when first asked for.
import { limitsIn, printCount } from '@lightloom/core';
import type { LayoutEngine, Theme } from '@lightloom/diagram';
import type { Graph, ViewInfo } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';

/** How a picture is made. */
export interface DrawOptions {
  readonly theme: Theme;
  /** Places what isn't in tiers; such drawings are arranged without it when not given. */
  readonly engine?: LayoutEngine;
}

/** The views of a design: those it declares, then one for each network, the racks and the cooling. */
export async function viewsOf({ facts }: Analysis): Promise<readonly ViewInfo[]> {
  return (await import('@lightloom/diagram/views')).viewsOf(facts);
}

/** What a view shows, to be laid out by whoever shows it; undefined when there is no view of that id. */
export async function graphOf({ facts, judged }: Analysis, view: string): Promise<Graph | undefined> {
  const open = limitsIn(judged.unjudged);
  const remarks = open === 0 ? [] : [`${printCount(open, 'limit')} not judged`];
  return (await import('@lightloom/diagram/views')).graphOf(facts, view, remarks);
}

/** A view as SVG; undefined when there is no view of that id. */
export async function draw(
  design: Analysis,
  view: string,
  { engine, theme }: DrawOptions,
): Promise<string | undefined> {
  const graph = await graphOf(design, view);
  if (graph === undefined) return undefined;
  const { layout, svg } = await import('@lightloom/diagram');
  return svg(await layout(graph, engine), { theme });
}
