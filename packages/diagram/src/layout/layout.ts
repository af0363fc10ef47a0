// Gives everything in a drawing its position.
import type { Graph } from '../graph/index.ts';
import { arrangeByHand, cornersByHand } from './by-hand/arrange-by-hand.ts';
import { mapCorners } from './by-hand/map.ts';
import { arrangeChart } from './chart/arrange-chart.ts';
import type { LayoutEngine, Room } from './engine/layout-engine.ts';
import { arrangeFloor } from './floor/arrange-floor.ts';
import { arrangeFree } from './free/arrange-free.ts';
import type { Placed } from './geometry/placed.ts';
import { arrangeLoops } from './loops/arrange-loops.ts';
import type { Arranged } from './pieces/arranged.ts';
import { arrangeRacks } from './racks/arrange-racks.ts';
import { type Body, bare } from './sheet/bare.ts';
import { compose } from './sheet/compose.ts';
import { arrangeTiers } from './tiers/arrange-tiers.ts';

/**
 * Lays a drawing out. Tiers, racks and loops are placed by rows; other networks by the engine. Boxes of networks that people placed
 * are where they put them.
 * @param engine places boxes without tiers; without one, or where there are more than it takes, they are in a circle or a grid
 * @throws when the engine fails
 */
export async function layout(graph: Graph, engine?: LayoutEngine): Promise<Placed> {
  return compose(graph, await arrange(graph, { engine, shape: undefined }));
}

/**
 * Lays out what is inside the sheet alone: no title, key figures, legend and title block.
 * @param room the engine, as of `layout`; and the shape of the room, where it isn't a page
 * @throws when the engine fails
 */
export async function layoutBody(graph: Graph, room: Room): Promise<Body> {
  return bare(graph, await arrange(graph, room));
}

async function arrange(graph: Graph, room: Room): Promise<Arranged> {
  if (graph.nodes.length + graph.groups.length === 0)
    return { nodes: [], groups: [], trunks: [], texts: [], width: 0, height: 0 };
  switch (graph.arrangement) {
    case 'tiers':
      return graph.placements?.locked === true
        ? arrangeByHand(graph, graph.placements)
        : arrangeTiers(graph, room.shape);
    case 'racks':
      return arrangeRacks(graph, room.shape);
    case 'chart':
      return arrangeChart(graph);
    case 'floor':
      return arrangeFloor(graph, room.shape);
    case 'loops':
      return arrangeLoops(graph);
    case 'free': {
      const { placements } = graph;
      if (placements === undefined) {
        const sites = mapCorners(graph);
        return sites === undefined ? arrangeFree(graph, room) : arrangeByHand(graph, { boxes: sites, locked: true });
      }
      if (placements.locked) return arrangeByHand(graph, placements);
      const engine: LayoutEngine = async () => ({ corners: cornersByHand(graph, placements) });
      return arrangeFree(graph, { ...room, engine });
    }
  }
}
