// Switches whose loss cuts others off: articulation points between the switches that hosts hang on.
import { edgeSwitches, type NetworkGraph } from './network-graph.ts';

/** A switch, and how many switches with hosts its loss cuts off from most others. */
export interface SinglePoint {
  readonly node: number;
  readonly cutOff: number;
}

/**
 * Switches every path between some switches with hosts goes through. A switch that cuts off nothing but its own hosts is
 * none.
 */
export function singlePointsOf(graph: NetworkGraph): SinglePoint[] {
  const { devices, isHost, starts, neighbors } = graph;
  const edge = edgeSwitches(graph);
  const order = new Int32Array(devices.length).fill(-1);
  const low = new Int32Array(devices.length);
  const parent = new Int32Array(devices.length).fill(-1);
  const next = starts.slice();
  /** Switches with hosts in the tree below a node, itself among them. */
  const below = new Int32Array(devices.length);
  /** Those that its loss cuts off, and the largest group that then hangs together. */
  const apart = new Int32Array(devices.length);
  const largest = new Int32Array(devices.length);
  const found: SinglePoint[] = [];
  let time = 0;
  for (let root = 0; root < devices.length; root++) {
    if (isHost[root] === 1 || order[root] !== -1) continue;
    const tree: number[] = [];
    const stack = [root];
    while (stack.length > 0) {
      const node = stack.at(-1) as number;
      if (order[node] === -1) {
        order[node] = low[node] = time++;
        below[node] = edge[node] as number;
        tree.push(node);
      }
      const at = next[node] as number;
      if (at < (starts[node + 1] as number)) {
        next[node] = at + 1;
        const other = neighbors[at] as number;
        if (isHost[other] === 1 || other === parent[node]) continue;
        if (order[other] === -1) {
          parent[other] = node;
          stack.push(other);
        } else low[node] = Math.min(low[node] as number, order[other] as number);
        continue;
      }
      stack.pop();
      const up = parent[node] as number;
      if (up < 0) continue;
      low[up] = Math.min(low[up] as number, low[node] as number);
      below[up] = (below[up] as number) + (below[node] as number);
      if ((low[node] as number) >= (order[up] as number)) {
        apart[up] = (apart[up] as number) + (below[node] as number);
        largest[up] = Math.max(largest[up] as number, below[node] as number);
      }
    }
    const all = below[root] as number;
    for (const node of tree) {
      const others = all - (edge[node] as number);
      const rest = others - (apart[node] as number);
      const most = Math.max(rest, largest[node] as number);
      if ((apart[node] as number) > 0 && others - most > 0) found.push({ node, cutOff: others - most });
    }
  }
  return found;
}
