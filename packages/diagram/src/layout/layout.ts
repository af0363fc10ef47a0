// Gives everything in a drawing its place.
import type { Graph } from '../graph/index.ts';
import type { LayoutEngine } from './engine/layout-engine.ts';
import { arrangeFree } from './free/free.ts';
import type { Placed } from './geometry/placed.ts';
import { arrangeLoops } from './loops/loops.ts';
import type { Arranged } from './pieces/arranged.ts';
import { arrangeRacks } from './racks/racks.ts';
import { compose } from './sheet/compose.ts';
import { arrangeTiers } from './tiers/tiers.ts';

/**
 * Lays a drawing out. Tiers, racks and loops are placed by rows; what has none of these goes to the engine.
 * @param engine places what has no tiers; without one, or when it fails, boxes stand in a circle or a grid
 */
export async function layout(graph: Graph, engine?: LayoutEngine): Promise<Placed> {
  return compose(graph, await arrange(graph, engine));
}

async function arrange(graph: Graph, engine: LayoutEngine | undefined): Promise<Arranged> {
  if (graph.nodes.length + graph.groups.length === 0)
    return { nodes: [], groups: [], trunks: [], texts: [], width: 0, height: 0 };
  switch (graph.arrangement) {
    case 'tiers':
      return arrangeTiers(graph);
    case 'racks':
      return arrangeRacks(graph);
    case 'loops':
      return arrangeLoops(graph);
    case 'free':
      return arrangeFree(graph, engine);
  }
}
