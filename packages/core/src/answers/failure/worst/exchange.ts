// Whether two nodes of a graph can take the place of each other, with what is linked to them alone, while all other nodes stay where they are.
import { unsignedAt } from '../../../model/index.ts';
import { kindsEnd, type Whole } from './graph.ts';

/** What two nodes exchange: each node of the one side and what takes its place. */
export type Exchange = ReadonlyMap<number, number>;

/** Most nodes on one side of an exchange. */
const maxNodes = 5000;

/** Counts down what may still be spent on finding symmetries: edges that are looked at. */
export interface Budget {
  steps: number;
}

/**
 * The exchange of two nodes: of a leaf with another, together with the hosts of each; of planes, beginning at any device of theirs. It is
 * found by following the edges of both: what they share stays, what only one has takes the place of what only the other has, in order.
 * Then it is tested edge by edge, so that what is returned is a symmetry of the graph, whatever was guessed.
 * @returns undefined where none is found
 */
export function exchangeOf(graph: Whole, a: number, b: number, budget: Budget): Exchange | undefined {
  const to = new Map<number, number>();
  const from = new Map<number, number>();
  const isPaired = (node: number): boolean => to.has(node) || from.has(node);
  const queue: [number, number][] = [];
  const pair = (one: number, other: number): boolean => {
    if (one === other || isPaired(one) || isPaired(other) || graph.colors[one] !== graph.colors[other]) return false;
    to.set(one, other);
    from.set(other, one);
    queue.push([one, other]);
    return to.size <= maxNodes;
  };
  if (!pair(a, b)) return undefined;
  const imageOf = (node: number): number | undefined => to.get(node) ?? from.get(node);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [one, other] = next;
    const [own, theirs] = [edgesOf(graph, one, budget), edgesOf(graph, other, budget)];
    if (budget.steps < 0) return undefined;
    // Between the two, an edge comes to lie on itself or on its opposite.
    for (const [key, times] of own) {
      const [node, kind] = split(key);
      const image = imageOf(node);
      if (image === undefined) continue;
      if (theirs.get(keyOf(image, kind)) !== times) return undefined;
      own.delete(key);
      theirs.delete(keyOf(image, kind));
    }
    for (const [key, times] of own)
      if (theirs.get(key) === times) {
        own.delete(key);
        theirs.delete(key);
      }
    const [mine, others] = [byNode(graph, own), byNode(graph, theirs)];
    if (mine.length !== others.length) return undefined;
    for (const [i, each] of mine.entries()) {
      const partner = others[i];
      if (partner === undefined || partner.text !== each.text || !pair(each.node, partner.node)) return undefined;
    }
  }
  for (const [one, other] of to)
    if (!isMapped(graph, one, other, (node) => imageOf(node) ?? node, budget)) return undefined;
  return to;
}

/** Whether the edges of a node come to lie on those of another. */
function isMapped(
  graph: Whole,
  one: number,
  other: number,
  imageOf: (node: number) => number,
  budget: Budget,
): boolean {
  const mapped = new Map<number, number>();
  for (const [key, times] of edgesOf(graph, one, budget)) {
    const [node, kind] = split(key);
    mapped.set(keyOf(imageOf(node), kind), times);
  }
  const theirs = edgesOf(graph, other, budget);
  return theirs.size === mapped.size && [...theirs].every(([key, times]) => mapped.get(key) === times);
}

const keyOf = (node: number, kind: number): number => node * kindsEnd + kind;
const split = (key: number): [node: number, kind: number] => [Math.floor(key / kindsEnd), key % kindsEnd];

/** The edges of a node: where each leads and of which kind, and how many there are. */
function edgesOf({ starts, others, kinds }: Whole, node: number, budget: Budget): Map<number, number> {
  const found = new Map<number, number>();
  const end = unsignedAt(starts, node + 1);
  for (let i = unsignedAt(starts, node); i < end; i++) {
    const key = keyOf(unsignedAt(others, i), unsignedAt(kinds, i));
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  budget.steps -= end - unsignedAt(starts, node) + 1;
  return found;
}

/** Neighbors with what leads to them, in an order in which those that look alike are at equal places. */
function byNode({ refined }: Whole, edges: ReadonlyMap<number, number>): { node: number; text: string }[] {
  const texts = new Map<number, string[]>();
  for (const [key, times] of edges) {
    const [node, kind] = split(key);
    const known = texts.get(node) ?? [];
    known.push(`${kind}x${times}`);
    texts.set(node, known);
  }
  return [...texts]
    .map(([node, kinds]) => ({ node, text: `${unsignedAt(refined, node)} ${kinds.sort().join()}` }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.node - b.node));
}
