// Paths through the switches of a network: the longest of the shortest, and how many equal ones there are.
import { byteAt, numberAt, realAt, signedAt, unsignedAt } from '../../model/index.ts';
import { edgeSwitches, type NetworkGraph } from './network-graph.ts';
import { type Adjacency, type LaidPattern, unlikeOnes } from './symmetry.ts';

/**
 * Switches and their distinct neighbors among switches; hosts pass nothing on, but where there are no switches and hosts are
 * linked to each other. Switches with the same neighbors are one: they are as far from every other, over as many paths.
 */
interface Switches extends Adjacency {
  /** Nodes of the graph: of each set of equals, the first. */
  readonly nodes: readonly number[];
  /** The second of a set of equals; -1 where there is none. */
  readonly twins: Int32Array;
  /** How many are equal. */
  readonly sizes: Float64Array;
  /** Those to walk from, so that every other looks the same as one of them. */
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
export function diameterOf(graph: NetworkGraph, patterns: readonly LaidPattern[]): Between | undefined {
  const switches = switchesOf(graph, patterns);
  const { walkers, neighbors, nodes, twins } = switches;
  if (Math.ceil(walkers.length / 32) * neighbors.length > maxSteps) return undefined;
  let found: Between = { value: 0, from: 0, to: 0 };
  for (let first = 0; first < walkers.length; first += 32) {
    const each = farthest(switches, walkers.slice(first, first + 32));
    if (each.value > found.value) found = each;
  }
  // Two equals are joined by each of their neighbors.
  const pair = found.value < 2 ? twins.findIndex((twin, number) => twin >= 0 && hasNeighbors(switches, number)) : -1;
  return pair < 0
    ? { value: found.value, from: numberAt(nodes, found.from), to: numberAt(nodes, found.to) }
    : { value: 2, from: numberAt(nodes, pair), to: signedAt(twins, pair) };
}

/**
 * Least number of shortest paths between two switches with hosts, over different switches, and the least between two that are
 * as far apart as any: infinite without two such switches, undefined where there are too many different ones.
 */
export function equalPathsOf(
  graph: NetworkGraph,
  patterns: readonly LaidPattern[],
): { readonly least: Between; readonly farthest: Between } | undefined {
  const switches = switchesOf(graph, patterns);
  const { nodes, twins, sizes, isEnd } = switches;
  const walkers = switches.walkers.filter((number) => isEnd[number] === 1);
  if (walkers.length * switches.neighbors.length > maxSteps) return undefined;
  let fewest: Between = { value: Number.POSITIVE_INFINITY, from: 0, to: 0 };
  let farthest = { ...fewest, distance: 0 };
  const compare = (value: number, away: number, from: number, to: number): void => {
    if (value < fewest.value) fewest = { value, from, to };
    if (away > farthest.distance || (away === farthest.distance && value < farthest.value))
      farthest = { value, from, to, distance: away };
  };
  const distance = new Int32Array(switches.count);
  const paths = new Float64Array(switches.count);
  for (const start of walkers) {
    const from = numberAt(nodes, start);
    const twin = signedAt(twins, start);
    if (twin >= 0 && hasNeighbors(switches, start)) compare(neighborsOf(switches, start), 2, from, twin);
    for (const number of walk(switches, start, distance, paths))
      if (number !== start && isEnd[number] === 1)
        compare(realAt(paths, number), signedAt(distance, number), from, numberAt(nodes, number));
  }
  return { least: fewest, farthest: { value: farthest.value, from: farthest.from, to: farthest.to } };

  /** Equals are joined over each of their neighbors. */
  function neighborsOf({ starts, neighbors }: Switches, number: number): number {
    let count = 0;
    for (let i = unsignedAt(starts, number); i < unsignedAt(starts, number + 1); i++)
      count += realAt(sizes, unsignedAt(neighbors, i));
    return count;
  }
}

function hasNeighbors({ starts }: Switches, number: number): boolean {
  return unsignedAt(starts, number + 1) > unsignedAt(starts, number);
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
  { starts, neighbors, sizes }: Switches,
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
    const ways = realAt(paths, node) * (node === start ? 1 : realAt(sizes, node));
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
      const other = unsignedAt(neighbors, i);
      if (distance[other] === -1) {
        distance[other] = next;
        order.push(other);
      }
      if (distance[other] === next) paths[other] = realAt(paths, other) + ways;
    }
  }
  return order;
}

function switchesOf(graph: NetworkGraph, patterns: readonly LaidPattern[]): Switches {
  const { devices, isHost } = graph;
  const edge = edgeSwitches(graph);
  const passedBy = isHost.includes(0) ? 0 : 1;
  const anyEdge = edge.includes(1);
  // Of each set of switches with the same neighbors, the first; and the number of its set by switch.
  const sets = new Map<string, number>();
  const setOf = new Int32Array(devices.length).fill(-1);
  const nodes: number[] = [];
  const sizes: number[] = [];
  const twins: number[] = [];
  for (let node = 0; node < devices.length; node++) {
    if (isHost[node] !== passedBy) continue;
    const around: number[] = [];
    for (let i = unsignedAt(graph.starts, node); i < unsignedAt(graph.starts, node + 1); i++) {
      const other = unsignedAt(graph.neighbors, i);
      if (isHost[other] === passedBy) around.push(other);
    }
    const key = `${edge[node]} ${around.sort((a, b) => a - b).join()}`;
    const known = sets.get(key);
    if (known === undefined) {
      setOf[node] = nodes.push(node) - 1;
      sets.set(key, nodes.length - 1);
      sizes.push(1);
      twins.push(-1);
      continue;
    }
    setOf[node] = known;
    if (sizes[known] === 1) twins[known] = node;
    sizes[known] = numberAt(sizes, known) + 1;
  }
  const starts = new Uint32Array(nodes.length + 1);
  const neighbors: number[] = [];
  for (const [number, node] of nodes.entries()) {
    const around = new Set<number>();
    for (let i = unsignedAt(graph.starts, node); i < unsignedAt(graph.starts, node + 1); i++) {
      const other = signedAt(setOf, unsignedAt(graph.neighbors, i));
      if (other >= 0) around.add(other);
    }
    for (const other of [...around].sort((a, b) => a - b)) neighbors.push(other);
    starts[number + 1] = neighbors.length;
  }
  const adjacency = {
    count: nodes.length,
    starts,
    neighbors: Uint32Array.from(neighbors),
    isEnd: Uint8Array.from(nodes, (node) => (anyEdge ? byteAt(edge, node) : 1)),
  };
  const isPlain = sizes.every((size) => size === 1);
  return {
    ...adjacency,
    nodes,
    twins: Int32Array.from(twins),
    sizes: Float64Array.from(sizes),
    walkers: isPlain ? unlikeOnes(adjacency, devices, nodes, patterns) : [...nodes.keys()],
  };
}
