// Paths through the switches of a network: the longest of the shortest, and how many equal ones there are.
import { edgeSwitches, type NetworkGraph } from './network-graph.ts';

/** What breadth-first walks from the switches find. Hosts pass nothing on. */
export interface Paths {
  /** Links between the two switches that are farthest apart; infinite where no path joins two. */
  readonly diameter: number;
  /** Least number of shortest paths between two switches with hosts, over different switches; infinite without two. */
  readonly paths: number;
}

/** Steps that all walks of one network may take together: about a second. */
const mostSteps = 2e8;

/** @returns undefined when there are too many different switches to walk from all of them */
export function pathsOf(graph: NetworkGraph): Paths | undefined {
  const { devices, isHost } = graph;
  const edge = edgeSwitches(graph);
  const anyEdge = edge.includes(1);
  // Switches with the same neighbors see the same distances: one of them walks for all.
  const walkers = representatives(graph, edge);
  let switches = 0;
  for (let node = 0; node < devices.length; node++) if (isHost[node] === 0) switches++;
  if (walkers.length * graph.neighbors.length > mostSteps) return undefined;
  let diameter = 0;
  let fewest = Number.POSITIVE_INFINITY;
  const distance = new Int32Array(devices.length);
  const count = new Float64Array(devices.length);
  for (const start of walkers) {
    const order = walk(graph, start, distance, count);
    if (order.length < switches) diameter = Number.POSITIVE_INFINITY;
    diameter = Math.max(diameter, distance[order.at(-1) as number] as number);
    if (anyEdge && edge[start] === 0) continue;
    for (const node of order) {
      if (node === start || (anyEdge && edge[node] === 0)) continue;
      fewest = Math.min(fewest, count[node] as number);
    }
  }
  return { diameter, paths: fewest };
}

/** Switches reached from one, in the order of their distance; fills in distances and numbers of shortest paths. */
function walk(
  { isHost, starts, neighbors }: NetworkGraph,
  start: number,
  distance: Int32Array,
  count: Float64Array,
): number[] {
  distance.fill(-1);
  count.fill(0);
  distance[start] = 0;
  count[start] = 1;
  const order = [start];
  for (const node of order) {
    const next = (distance[node] as number) + 1;
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i++) {
      const other = neighbors[i] as number;
      if (isHost[other] === 1) continue;
      if (distance[other] === -1) {
        distance[other] = next;
        order.push(other);
      }
      if (distance[other] === next) count[other] = (count[other] as number) + (count[node] as number);
    }
  }
  return order;
}

function representatives({ devices, isHost, starts, neighbors }: NetworkGraph, edge: Uint8Array): number[] {
  const found = new Map<string, number>();
  for (let node = 0; node < devices.length; node++) {
    if (isHost[node] === 1) continue;
    const around: number[] = [];
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i++)
      if (isHost[neighbors[i] as number] === 0) around.push(neighbors[i] as number);
    const key = `${edge[node]} ${around.sort((a, b) => a - b).join()}`;
    if (!found.has(key)) found.set(key, node);
  }
  return [...found.values()];
}
