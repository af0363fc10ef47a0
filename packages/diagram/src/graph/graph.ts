// A drawing before anything has a position: boxes, the frames around them, the bands between them. One type per arrangement.
import type { ChartGraph } from './chart.ts';
import type { FloorGraph } from './floor.ts';
import type { FreeGraph } from './free.ts';
import type { Item, Trunk } from './item.ts';
import type { LoopsGraph } from './loops.ts';
import type { RacksGraph } from './racks.ts';
import type { TiersGraph } from './tiers.ts';

/** A whole drawing; `arrangement` says how its boxes are placed. */
export type Graph = TiersGraph | FreeGraph | RacksGraph | LoopsGraph | ChartGraph | FloorGraph;

/** The bands of a drawing; racks, charts and floors have none. */
export function trunksOf(graph: Graph): readonly Trunk[] {
  switch (graph.arrangement) {
    case 'tiers':
    case 'free':
    case 'loops':
      return graph.trunks;
    case 'racks':
    case 'chart':
    case 'floor':
      return [];
  }
}

/** Everything in a drawing that represents something in the text: boxes, frames, bands. */
export function itemsOf(graph: Graph): readonly Item[] {
  return [...graph.nodes, ...graph.groups, ...trunksOf(graph)];
}
