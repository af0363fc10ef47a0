// Diameters and numbers of paths of graphs of all kinds, against a search from every switch that knows no equals and no symmetry.
import { describe, expect, it } from 'vitest';
import type { NetworkGraph } from '../../src/facts/topology/network-graph.ts';
import { diameterOf, equalPathsOf } from '../../src/facts/topology/paths.ts';
import type { LaidPattern } from '../../src/facts/topology/symmetry.ts';
import { dragonfly } from '../../src/patterns/dragonfly.ts';

/** Switches with neighbors, the first of them with a host each. */
function graphOf(around: readonly ReadonlySet<number>[], withHosts: number): NetworkGraph {
  const count = around.length;
  const lists = [
    ...around.map((each, node) => [...each, ...(node < withHosts ? [count + node] : [])]),
    ...Array.from({ length: withHosts }, (_, node) => [node]),
  ];
  const starts = [0];
  for (const each of lists) starts.push((starts.at(-1) as number) + each.length);
  const neighbors = Uint32Array.from(lists.flat());
  return {
    devices: Uint32Array.from(lists, (_, node) => node),
    isHost: Uint8Array.from(lists, (_, node) => (node < count ? 0 : 1)),
    starts: Uint32Array.from(starts),
    neighbors,
    links: new Uint32Array(neighbors.length).fill(1),
    isolated: undefined,
  };
}

/** The longest distance, the fewest paths between two ends, and the fewest between the farthest of them. */
function searched(around: readonly ReadonlySet<number>[], ends: number): readonly [number, number, number] {
  let [longest, fewest, away, farthest] = [0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
  for (let start = 0; start < around.length; start++) {
    const distance = new Map([[start, 0]]);
    const paths = new Map([[start, 1]]);
    for (const node of distance.keys())
      for (const other of around[node] as ReadonlySet<number>) {
        const next = (distance.get(node) as number) + 1;
        if (!distance.has(other)) distance.set(other, next);
        if (distance.get(other) === next) paths.set(other, (paths.get(other) ?? 0) + (paths.get(node) as number));
      }
    for (const [node, far] of distance) {
      longest = Math.max(longest, far);
      if (node === start || start >= ends || node >= ends) continue;
      const count = paths.get(node) as number;
      fewest = Math.min(fewest, count);
      if (far > away || (far === away && count < farthest)) [away, farthest] = [far, count];
    }
  }
  return [longest, fewest, farthest];
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A graph of few different switches, so that some have the same neighbors. */
function someGraph(seed: number): Set<number>[] {
  const random = randomFrom(seed);
  const kinds = 2 + Math.floor(random() * 5);
  const count = kinds + Math.floor(random() * 12);
  const kindOf = Array.from({ length: count }, (_, node) => (node < kinds ? node : Math.floor(random() * kinds)));
  const joined = new Set<string>();
  for (let a = 0; a < kinds; a++) for (let b = a + 1; b < kinds; b++) if (random() < 0.5) joined.add(`${a} ${b}`);
  const around = Array.from({ length: count }, () => new Set<number>());
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      const [low, high] = [kindOf[a] as number, kindOf[b] as number].sort((x, y) => x - y);
      if (!joined.has(`${low} ${high}`) && random() > 0.03) continue;
      around[a]?.add(b);
      around[b]?.add(a);
    }
  return around;
}

const found = (graph: NetworkGraph, patterns: readonly LaidPattern[] = []) => {
  const paths = equalPathsOf(graph, patterns);
  return [diameterOf(graph, patterns)?.value, paths?.least.value, paths?.farthest.value];
};

describe('a graph', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))('of seed %i has the figures of a plain search', (seed) => {
    const around = someGraph(seed);
    const hosts = 2 + (seed % (around.length - 1));
    expect(found(graphOf(around, Math.min(hosts, around.length)))).toEqual(
      searched(around, Math.min(hosts, around.length)),
    );
  });

  it.each([
    ['ring', 12, (node: number) => [node + 1, node + 11]],
    ['torus(3, 4)', 12, (node: number) => [node + 4, node + 8, row(node, 1), row(node, 3)]],
  ])('laid as %s has them too, whether or not it is whole and has hosts everywhere', (pattern, count, next) => {
    const around = Array.from({ length: count }, (_, node) => new Set(next(node).map((each) => each % count)));
    const patterns = [{ pattern, devices: Array.from({ length: count }, (_, node) => node) }];
    for (const hosts of [count, 5]) expect(found(graphOf(around, hosts), patterns)).toEqual(searched(around, hosts));
    around[0]?.delete(1);
    around[1]?.delete(0);
    expect(found(graphOf(around, count), patterns)).toEqual(searched(around, count));
  });
});

it('a dragonfly of 4,020 routers has the figures of its groups: diameter 3 and one path (Kim et al., ISCA 2008)', () => {
  const [a, h] = [20, 10];
  const degree = a - 1 + h;
  const count = a * (a * h + 1);
  const side = {
    ports: Uint32Array.from({ length: count * degree }, (_, port) => port),
    starts: Uint32Array.from({ length: count + 1 }, (_, device) => device * degree),
    spare: h,
  };
  const laid = dragonfly.lay(side, [a, h, h]);
  if ('kind' in laid) throw new Error('It can be laid.');
  const around = Array.from({ length: count }, () => new Set<number>());
  for (const [i, from] of laid.from.entries()) {
    const [one, other] = [Math.floor(from / degree), Math.floor((laid.to[i] as number) / degree)];
    around[one]?.add(other);
    around[other]?.add(one);
  }
  const patterns = [{ pattern: `dragonfly(${a}, ${h}, ${h})`, devices: around.map((_, device) => device) }];
  expect(found(graphOf(around, count), patterns)).toEqual([3, 1, 1]);
  // Without the symmetry of the groups there are too many routers to count paths from each.
  expect(found(graphOf(around, count))).toEqual([3, undefined, undefined]);
});

/** The node so many steps further in its row of four. */
function row(node: number, steps: number): number {
  return Math.floor(node / 4) * 4 + ((node + steps) % 4);
}
