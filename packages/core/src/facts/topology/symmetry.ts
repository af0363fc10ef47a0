// Symmetries of networks that a pattern lays: from switches that one maps onto each other, everything looks the same.
import { type Fabric, fromDevice, numberAt, signedAt, toDevice, unsignedAt } from '../../model/index.ts';

/** Nodes and their distinct neighbors. */
export interface Adjacency {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  /** One flag a node: it has hosts, or no node has any. */
  readonly isEnd: Uint8Array;
}

/** A pattern among the devices of one side, with those devices in the order of their indices, in which most designs name them. */
export interface LaidPattern {
  /** As written, in numbers: `dragonfly(16, 8, 8)`. */
  readonly pattern: string;
  readonly devices: readonly number[];
}

/** The patterns among the devices of one side that a network has. */
export function laidPatterns(fabric: Fabric, network: number): LaidPattern[] {
  return fabric.linkGroups.flatMap((group): LaidPattern[] => {
    if (group.network?.index !== network || group.from !== group.to || group.count === 0) return [];
    const seen = new Set<number>();
    for (const end of [fromDevice, toDevice])
      for (let link = group.first; link < group.first + group.count; link++) seen.add(end(fabric, link));
    return [{ pattern: group.pattern, devices: [...seen].sort((a, b) => a - b) }];
  });
}

/**
 * Nodes of which every other is the image under symmetries of the graph: all of them where no symmetry is found. Those of a pattern follow
 * from how it is laid: a dragonfly is the same from each of its groups, a torus, a ring and a HyperX from each router. Each is tried on
 * the graph itself, so that hosts on some of the switches or links that have failed are never overlooked.
 * @param nodes the node of the network that each is
 */
export function unlikeOnes(
  graph: Adjacency,
  devices: Uint32Array,
  nodes: readonly number[],
  patterns: readonly LaidPattern[],
): readonly number[] {
  const all = [...nodes.keys()];
  const numberOf = new Map(nodes.map((node, number) => [unsignedAt(devices, node), number]));
  for (const { pattern, devices: order } of patterns) {
    if (order.length !== graph.count) continue;
    const numbers = order.map((device) => numberOf.get(device) ?? -1);
    if (numbers.includes(-1)) continue;
    const orbit = Int32Array.from(all);
    const rootOf = (number: number): number => {
      let at = number;
      while (signedAt(orbit, at) !== at) at = signedAt(orbit, at);
      return at;
    };
    for (const shift of shiftsOf(pattern, order.length)) {
      const image = new Int32Array(graph.count);
      for (const [position, number] of numbers.entries()) image[number] = numberAt(numbers, shift(position));
      if (!isSymmetry(graph, image)) continue;
      for (const number of all) {
        const [a, b] = [rootOf(number), rootOf(signedAt(image, number))];
        orbit[Math.max(a, b)] = Math.min(a, b);
      }
    }
    const unlike = all.filter((number) => orbit[number] === number);
    if (unlike.length < all.length) return unlike;
  }
  return all;
}

/** How the positions of a pattern may be shifted. */
function shiftsOf(pattern: string, count: number): ((position: number) => number)[] {
  const name = /^[a-z]+/.exec(pattern)?.[0];
  const given = [...pattern.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  switch (name) {
    case 'dragonfly':
      return [(position) => (position + (given[0] ?? 0)) % count];
    case 'ring':
    case 'full':
      return [(position) => (position + 1) % count];
    case 'torus':
    case 'hyperx':
      return alongDimensions(given, count);
    default:
      return [];
  }
}

/** One step along each dimension of a grid whose last coordinate is the fastest. */
function alongDimensions(sizes: readonly number[], count: number): ((position: number) => number)[] {
  if (sizes.reduce((all, size) => all * size, 1) !== count) return [];
  return sizes.map((size, dimension) => {
    const stride = sizes.slice(dimension + 1).reduce((all, each) => all * each, 1);
    return (position) => {
      const at = Math.floor(position / stride) % size;
      return position + (((at + 1) % size) - at) * stride;
    };
  });
}

/** Whether a mapping of the nodes keeps all links and hosts. */
function isSymmetry({ count, starts, neighbors, isEnd }: Adjacency, image: Int32Array): boolean {
  const mark = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node++) {
    const other = signedAt(image, node);
    const [first, end] = [unsignedAt(starts, other), unsignedAt(starts, other + 1)];
    if (isEnd[node] !== isEnd[other] || end - first !== unsignedAt(starts, node + 1) - unsignedAt(starts, node))
      return false;
    for (let i = first; i < end; i++) mark[unsignedAt(neighbors, i)] = node;
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
      if (mark[signedAt(image, unsignedAt(neighbors, i))] !== node) return false;
  }
  return true;
}
