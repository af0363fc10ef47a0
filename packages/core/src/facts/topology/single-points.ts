// Switches whose failure disconnects others: articulation points between the switches with hosts.
import { byteAt, signedAt, unsignedAt } from '../../model/index.ts';
import { edgeSwitches, type NetworkGraph } from './network-graph.ts';

/** A switch, and how many switches with hosts its failure disconnects from most others. */
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
  // Between fewer than two there are no paths.
  if (edge.indexOf(1) === edge.lastIndexOf(1)) return [];
  const order = new Int32Array(devices.length).fill(-1);
  const low = new Int32Array(devices.length);
  const parent = new Int32Array(devices.length).fill(-1);
  const next = starts.slice();
  /** Switches with hosts in the tree below a node, itself among them. */
  const below = new Int32Array(devices.length);
  /** Those that its failure disconnects, and the largest group that stays connected. */
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
        below[node] = byteAt(edge, node);
        tree.push(node);
      }
      const at = unsignedAt(next, node);
      if (at < unsignedAt(starts, node + 1)) {
        next[node] = at + 1;
        const other = unsignedAt(neighbors, at);
        if (isHost[other] === 1 || other === parent[node]) continue;
        if (order[other] === -1) {
          parent[other] = node;
          stack.push(other);
        } else low[node] = Math.min(signedAt(low, node), signedAt(order, other));
        continue;
      }
      stack.pop();
      const up = signedAt(parent, node);
      if (up < 0) continue;
      low[up] = Math.min(signedAt(low, up), signedAt(low, node));
      below[up] = signedAt(below, up) + signedAt(below, node);
      if (signedAt(low, node) >= signedAt(order, up)) {
        apart[up] = signedAt(apart, up) + signedAt(below, node);
        largest[up] = Math.max(signedAt(largest, up), signedAt(below, node));
      }
    }
    const all = signedAt(below, root);
    for (const node of tree) {
      const others = all - byteAt(edge, node);
      const rest = others - signedAt(apart, node);
      const most = Math.max(rest, signedAt(largest, node));
      if (signedAt(apart, node) > 0 && others - most > 0) found.push({ node, cutOff: others - most });
    }
  }
  return found;
}
