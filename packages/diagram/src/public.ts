// What the package `@lightloom/diagram` exports once it is installed: drawings, and the engine that places what has no tiers.
import type { Graph } from './graph/index.ts';
import { type LayoutEngine, layout } from './layout/index.ts';
import { svg, type Theme } from './svg/index.ts';

export type { ChartGraph, FloorGraph, FreeGraph, Graph, LoopsGraph, RacksGraph, TiersGraph } from './graph/index.ts';
export { elkEngine, type LayoutEngine, type LayoutWorker } from './layout/index.ts';
export type { Theme } from './svg/index.ts';

/** How a picture is made. */
export interface PictureOptions {
  readonly theme: Theme;
  /** Places what isn't in tiers; such drawings are arranged without it when not given. */
  readonly engine?: LayoutEngine;
}

/** A drawing as SVG. */
export async function picture(graph: Graph, { theme, engine }: PictureOptions): Promise<string> {
  return svg(await layout(graph, engine), { theme });
}
