// How many links of a regular graph two halves of its nodes have between them, from the literature on each.

/** Links between the two halves: the fewest there can be, and the fewest that are known to be enough. */
export interface CutLinks {
  readonly least: number;
  readonly most: number;
}

const exactly = (links: number): CutLinks => ({ least: links, most: links });

/**
 * A torus: a ring along each dimension, one link where a dimension has two nodes.
 *
 * An even ring is cut in two places, which takes `2 N/k` links for the largest `k` (Dally and Towles, Principles and
 * Practices of Interconnection Networks, chapter 5: `2k^(n-1)` one way). With odd dimensions the cut steps down into the
 * next ones: `2 (K1 + … + Ka)`, where `Ki` is the product of the dimensions after the i-th, largest first, and `a` the
 * first even one, or the last (Azizoglu and Egecioglu 2004; Arjona Aroca and Fernández Anta 2014).
 */
export function torusCut(sizes: readonly number[]): CutLinks {
  const nodes = product(sizes);
  const sorted = [...sizes].sort((a, b) => b - a);
  if (sorted.every((size) => size > 2)) {
    const even = sorted.findIndex((size) => size % 2 === 0);
    const last = even === -1 ? sorted.length - 1 : even;
    let links = 0;
    for (let i = 0; i <= last; i++) links += 2 * product(sorted.slice(i + 1));
    return exactly(links);
  }
  // Each pair of nodes sends along one dimension after the other: no link carries more than the largest of these.
  const load = (size: number): number => (size === 2 ? nodes : (nodes * (size % 2 === 0 ? size : size - 1 / size)) / 4);
  const most = Math.max(...sizes.map(load));
  const cuts = sizes.filter((size) => size % 2 === 0).map((size) => ((size === 2 ? 1 : 2) * nodes) / size);
  return { least: Math.ceil(pairsApart(nodes) / most - 1e-9), most: Math.min(...cuts) };
}

/**
 * A HyperX: every node to every other along each dimension. An even dimension is cut in `N k/4` links, and the smallest is
 * the thinnest (Ahn et al., HyperX, SC 2009). For equal odd dimensions it is `(k + 1)(k^d - 1)/4` (Nakano 1994).
 */
export function hyperxCut(sizes: readonly number[]): CutLinks {
  const nodes = product(sizes);
  const smallest = Math.min(...sizes);
  if (smallest % 2 === 0) return exactly((nodes * smallest) / 4);
  if (sizes.every((size) => size === smallest)) return exactly(((smallest + 1) * (nodes - 1)) / 4);
  const cuts = sizes.filter((size) => size % 2 === 0).map((size) => (nodes * size) / 4);
  return {
    least: Math.ceil((pairsApart(nodes) * smallest) / (2 * nodes) - 1e-9),
    most: Math.min(Number.POSITIVE_INFINITY, ...cuts),
  };
}

/**
 * A dragonfly of so many groups of `a` nodes with `h` links each to other groups, all groups alike: half of the groups to
 * the other half. No halving that splits groups is thinner as long as `2h <= a`, as a node has then at least as many links
 * to the other half of its group as it has out of it; decision 7 has the proof.
 */
export function dragonflyCut(a: number, h: number, groups: number): CutLinks {
  const between = (a * h) / (groups - 1);
  const links = between * Math.floor((groups * groups) / 4);
  return a === 1 || 2 * h <= a ? exactly(links) : { least: 0, most: links };
}

/**
 * A Slim Fly of 2q² nodes. Its Laplacian has no eigenvalue but zero below q (Hafner 2004), so that no halving has fewer
 * than `q³/2` links; halving the columns of both parts takes `q³/2` for an even q, and `(q³ + q)/2` for an odd one.
 */
export function slimflyCut(q: number): CutLinks {
  return { least: Math.ceil(q ** 3 / 2), most: (q ** 3 + (q % 2 === 0 ? 0 : q)) / 2 };
}

/** Ordered pairs of nodes that two halves hold apart. */
function pairsApart(nodes: number): number {
  return 2 * Math.floor(nodes / 2) * Math.ceil(nodes / 2);
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all * each, 1);
}
