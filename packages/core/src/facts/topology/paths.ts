// Paths through the switches of a network: the longest of the shortest, and how many equal ones there are.
import { byteAt, numberAt, realAt, signedAt, unsignedAt } from '../../model/index.ts';
import { edgeSwitches, type NetworkGraph } from './network-graph.ts';

/**
 * Switches and their distinct neighbors among switches; hosts pass nothing on, but where there are no switches and hosts are
 * linked to each other.
 */
interface Switches {
  readonly count: number;
  /** Nodes of the graph. */
  readonly nodes: readonly number[];
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  /** One flag a switch: it has hosts, or no switch has any. */
  readonly isEnd: Uint8Array;
  /** Of switches with the same neighbors, one: they see the same distances. */
  readonly walkers: readonly number[];
}

/** A figure of two switches, and between which nodes it is met. */
export interface Between {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Steps that all walks of one kind may take together: about a second. */
const maxSteps = 2e8;

/**
 * Links between the two switches that are farthest apart among those that a path through switches joins; undefined where
 * there are too many different switches to walk from each.
 */
export function diameterOf(graph: NetworkGraph): Between | undefined {
  const switches = switchesOf(graph);
  const { walkers, neighbors, nodes } = switches;
  if (Math.ceil(walkers.length / 32) * neighbors.length > maxSteps) return undefined;
  let found: Between = { value: 0, from: 0, to: 0 };
  for (let first = 0; first < walkers.length; first += 32) {
    const each = farthest(switches, walkers.slice(first, first + 32));
    if (each.value > found.value) found = each;
  }
  return { value: found.value, from: numberAt(nodes, found.from), to: numberAt(nodes, found.to) };
}

/**
 * Least number of shortest paths between two switches with hosts, over different switches, and the least between two that are
 * as far apart as any: infinite without two such switches, undefined where there are too many different ones.
 */
export function equalPathsOf(graph: NetworkGraph): { readonly least: Between; readonly farthest: Between } | undefined {
  const switches = switchesOf(graph);
  const walkers = switches.walkers.filter((node) => switches.isEnd[node] === 1);
  if (walkers.length * switches.neighbors.length > maxSteps) return undefined;
  let fewest: Between = { value: Number.POSITIVE_INFINITY, from: 0, to: 0 };
  let farthest = { ...fewest, distance: 0 };
  const distance = new Int32Array(switches.count);
  const paths = new Float64Array(switches.count);
  for (const start of walkers) {
    for (const node of walk(switches, start, distance, paths)) {
      if (node === start || switches.isEnd[node] === 0) continue;
      const [value, away] = [realAt(paths, node), signedAt(distance, node)];
      if (value < fewest.value) fewest = { value, from: start, to: node };
      if (away > farthest.distance || (away === farthest.distance && value < farthest.value))
        farthest = { value, from: start, to: node, distance: away };
    }
  }
  const named = ({ value, from, to }: Between): Between => ({
    value,
    from: numberAt(switches.nodes, from),
    to: numberAt(switches.nodes, to),
  });
  return { least: named(fewest), farthest: named(farthest) };
}

/** Longest distance from up to 32 switches at once, a bit for each. */
function farthest({ count, starts, neighbors }: Switches, from: readonly number[]): Between {
  const seen = new Uint32Array(count);
  let wave = new Uint32Array(count);
  for (const [bit, node] of from.entries()) seen[node] = wave[node] = 1 << bit;
  for (let distance = 0; ; distance++) {
    const next = new Uint32Array(count);
    let moved = false;
    for (let node = 0; node < count; node++) {
      const bits = unsignedAt(wave, node);
      if (bits === 0) continue;
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
        const other = unsignedAt(neighbors, i);
        const fresh = bits & ~unsignedAt(seen, other);
        if (fresh === 0) continue;
        next[other] = unsignedAt(next, other) | fresh;
        moved = true;
      }
    }
    if (!moved) {
      const to = wave.findIndex((bits) => bits !== 0);
      return { value: distance, from: numberAt(from, 31 - Math.clz32(unsignedAt(wave, to))), to };
    }
    for (let node = 0; node < count; node++) seen[node] = unsignedAt(seen, node) | unsignedAt(next, node);
    wave = next;
  }
}

/** Switches reached from one, in the order of their distance; fills in distances and numbers of shortest paths. */
function walk(
  { starts, neighbors }: Switches,
  start: number,
  distance: Int32Array,
  paths: Float64Array,
): readonly number[] {
  distance.fill(-1);
  paths.fill(0);
  distance[start] = 0;
  paths[start] = 1;
  const order = [start];
  for (const node of order) {
    const next = signedAt(distance, node) + 1;
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
      const other = unsignedAt(neighbors, i);
      if (distance[other] === -1) {
        distance[other] = next;
        order.push(other);
      }
      if (distance[other] === next) paths[other] = realAt(paths, other) + realAt(paths, node);
    }
  }
  return order;
}

function switchesOf(graph: NetworkGraph): Switches {
  const { devices, isHost } = graph;
  const edge = edgeSwitches(graph);
  const numberOf = new Int32Array(devices.length).fill(-1);
  const nodes: number[] = [];
  const passedBy = isHost.includes(0) ? 0 : 1;
  for (let node = 0; node < devices.length; node++)
    if (isHost[node] === passedBy) numberOf[node] = nodes.push(node) - 1;
  const anyEdge = edge.includes(1);
  const starts = new Uint32Array(nodes.length + 1);
  const neighbors: number[] = [];
  const found = new Map<string, number>();
  for (const [number, node] of nodes.entries()) {
    const around: number[] = [];
    for (let i = unsignedAt(graph.starts, node); i < unsignedAt(graph.starts, node + 1); i++) {
      const other = signedAt(numberOf, unsignedAt(graph.neighbors, i));
      if (other >= 0) around.push(other);
    }
    for (const other of around.sort((a, b) => a - b)) neighbors.push(other);
    starts[number + 1] = neighbors.length;
    const key = `${edge[node]} ${around.join()}`;
    if (!found.has(key)) found.set(key, number);
  }
  return {
    count: nodes.length,
    nodes,
    starts,
    neighbors: Uint32Array.from(neighbors),
    isEnd: Uint8Array.from(nodes, (node) => (anyEdge ? byteAt(edge, node) : 1)),
    walkers: [...found.values()],
  };
}
