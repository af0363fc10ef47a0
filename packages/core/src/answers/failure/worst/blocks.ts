// Blocks of a graph that can take the place of each other: leaves with their hosts, planes, racks with what is in them.
import { itemAt, numberAt, unsignedAt } from '../../../model/index.ts';
import { type Budget, type Exchange, exchangeOf } from './exchange.ts';
import type { Whole } from './graph.ts';

/** Where a node is: in which block of a class of blocks alike, and at which of its places; alike blocks have alike places. */
export interface Place {
  readonly kind: number;
  readonly block: number;
  readonly place: number;
  /** The same within the block: hosts of one leaf that are alike. */
  readonly within?: Place;
}

/**
 * The places of nodes in blocks that any permutation exchanges: those of one class, and those within one block. A node that isn't in
 * one is exchanged with none.
 * @param seeds the nodes to look for blocks of
 */
export function placesOf(graph: Whole, seeds: readonly number[], budget: Budget): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const [kind, blocks] of classesOf(graph, seeds, undefined, budget).entries()) {
    const [first = []] = blocks;
    const own = new Set(first);
    const ownSeeds = seeds.filter((node) => own.has(node));
    const within = new Map<number, Place>();
    if (first.length > 1)
      for (const [inner, parts] of classesOf(graph, ownSeeds, own, budget).entries())
        for (const [block, nodes] of parts.entries())
          for (const [place, node] of nodes.entries()) within.set(node, { kind: inner, block, place });
    for (const [block, nodes] of blocks.entries())
      for (const [place, node] of nodes.entries()) {
        const inner = within.get(numberAt(first, place));
        places.set(node, { kind, block, place, ...(inner === undefined ? {} : { within: inner }) });
      }
  }
  return places;
}

/** Classes of disjoint blocks alike, each block as its nodes in the same order. */
function classesOf(
  graph: Whole,
  seeds: readonly number[],
  inside: ReadonlySet<number> | undefined,
  budget: Budget,
): readonly (readonly number[])[][] {
  const found: (readonly number[])[][] = [];
  const taken = new Set<number>();
  for (const alike of byColor(graph, seeds))
    for (const [i, seed] of alike.entries()) {
      if (taken.has(seed)) continue;
      const bySide = new Map<string, Exchange[]>();
      for (const other of alike.slice(i + 1)) {
        if (taken.has(other) || budget.steps < 0) continue;
        const exchange = exchangeOf(graph, seed, other, budget);
        if (exchange === undefined || (inside !== undefined && !isInside(exchange, inside))) continue;
        const side = [...exchange.keys()].sort((a, b) => a - b).join();
        bySide.set(side, [...(bySide.get(side) ?? []), exchange]);
      }
      const blocks = largestFirst([...bySide.values()])
        .map((exchanges) => disjoint(exchanges, taken))
        .find(({ length }) => length > 1);
      if (blocks === undefined) continue;
      for (const node of blocks.flat()) taken.add(node);
      found.push(blocks);
    }
  return found;
}

function byColor({ refined }: Whole, seeds: readonly number[]): number[][] {
  const found = new Map<number, number[]>();
  for (const seed of new Set(seeds)) {
    const color = unsignedAt(refined, seed);
    const known = found.get(color);
    if (known === undefined) found.set(color, [seed]);
    else known.push(seed);
  }
  return [...found.values()].filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
}

const isInside = (exchange: Exchange, inside: ReadonlySet<number>): boolean =>
  [...exchange].every(([one, other]) => inside.has(one) && inside.has(other));

const largestFirst = (all: readonly Exchange[][]): Exchange[][] =>
  [...all].sort((a, b) => itemAt(b, 0).size - itemAt(a, 0).size);

/** The block that all exchanges are of, and those that take its place, as far as they don't overlap with it, each other or what is taken. */
function disjoint(exchanges: readonly Exchange[], taken: ReadonlySet<number>): number[][] {
  const first = [...itemAt(exchanges, 0).keys()];
  if (first.some((node) => taken.has(node))) return [];
  const used = new Set(first);
  const blocks = [first];
  for (const exchange of exchanges) {
    const nodes = first.map((node) => exchange.get(node) ?? -1);
    if (nodes.some((node) => used.has(node) || taken.has(node))) continue;
    for (const node of nodes) used.add(node);
    blocks.push(nodes);
  }
  return blocks;
}
