// Planes that one pattern installed, whole: a shape whose bisection the literature gives.
import { type Fabric, groupOfLink, type LinkGroup, numberAt, realAt, unsignedAt } from '../../../model/index.ts';
import { same } from '../../../units/index.ts';
import { type CutLinks, dragonflyCut, hyperxCut, slimflyCut, torusCut } from './closed-forms.ts';
import type { LivePlane } from './live-plane.ts';
import type { Neighbors } from './planes.ts';

/** What is known of a plane by its shape. */
export interface Shape {
  /** As written: `torus(4, 4, 4)`. */
  readonly pattern: string;
  readonly group: LinkGroup;
  /** Links that halves of its nodes have between them. */
  readonly cut: CutLinks;
  /** Rate of each link, in bit/s. */
  readonly rate: number;
  /** Nodes in the order in which they were linked, the last coordinate fastest. */
  readonly order: readonly number[];
  /** Sizes of the grid that the nodes make, and along which dimensions halves of it are cut. */
  readonly sizes: readonly number[];
  readonly dimensions: readonly number[];
}

interface Form {
  readonly nodes: number;
  readonly degree: number;
  readonly cut: CutLinks;
  readonly sizes: readonly number[];
  /** Dimensions whose halves are a cut as thin as any known. */
  readonly dimensions: readonly number[];
}

/** The shape of a plane; undefined where it has none of those that are known, or nodes with more ports than others. */
export function shapeOf(fabric: Fabric, { plane, rates, weights }: LivePlane): Shape | undefined {
  const { inner, devices } = plane;
  if (plane.isInParts || inner.links.length === 0 || !weights.every((each) => same(each, realAt(weights, 0))))
    return undefined;
  const [rate = Number.NaN] = rates;
  if (!rates.every((each) => same(each, rate))) return undefined;
  const group = groupOfLink(fabric, unsignedAt(inner.links, 0));
  const { pattern } = group;
  // Links ascend, so that a statement is met once.
  for (let i = 0; i < inner.links.length; i++) {
    const { first, count, pattern: other } = groupOfLink(fabric, unsignedAt(inner.links, i));
    if (other !== pattern) return undefined;
    while (i + 1 < inner.links.length && unsignedAt(inner.links, i + 1) < first + count) i++;
  }
  const form = formOf(pattern, devices.length);
  if (form === undefined || form.nodes !== devices.length) return undefined;
  const parallel = (2 * inner.links.length) / (devices.length * form.degree);
  if (!isRegular(plane.neighbors(), form.degree, parallel)) return undefined;
  const { least, most } = form.cut;
  return {
    pattern,
    group,
    cut: { least: least * parallel, most: most * parallel },
    rate,
    order: orderOf(inner, devices.length),
    sizes: form.sizes,
    dimensions: form.dimensions,
  };
}

/** What a pattern makes of so many nodes. */
function formOf(pattern: string, nodes: number): Form | undefined {
  const name = /^[a-z]+/.exec(pattern)?.[0];
  const given = [...pattern.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  switch (name) {
    case 'ring':
      return grid([nodes], torusCut, toNeighbors);
    case 'torus':
      return grid(given, torusCut, toNeighbors);
    case 'full':
      return grid([nodes], hyperxCut, toAll);
    case 'hyperx':
      return grid(given, hyperxCut, toAll);
    case 'dragonfly': {
      const [a = 0, , h = 0] = given;
      const groups = nodes / a;
      if (!Number.isInteger(groups) || groups < 2) return undefined;
      return { nodes, degree: a - 1 + h, cut: dragonflyCut(a, h, groups), sizes: [groups, a], dimensions: [0] };
    }
    case 'slimfly': {
      const [q = 0] = given;
      const delta = q % 4 === 3 ? -1 : q % 2;
      return { nodes: 2 * q * q, degree: (3 * q - delta) / 2, cut: slimflyCut(q), sizes: [], dimensions: [] };
    }
    default:
      return undefined;
  }
}

const toNeighbors = (size: number): number => (size === 2 ? 1 : 2);
const toAll = (size: number): number => size - 1;

function grid(
  sizes: readonly number[],
  cutOf: (sizes: readonly number[]) => CutLinks,
  degree: (size: number) => number,
): Form {
  const nodes = sizes.reduce((all, each) => all * each, 1);
  const across = (size: number): number => (degree === toAll ? (nodes * size) / 4 : (nodes * degree(size)) / size);
  const cut = cutOf(sizes);
  return {
    nodes,
    degree: sizes.reduce((all, size) => all + degree(size), 0),
    cut,
    sizes,
    dimensions: [...sizes.keys()].filter((i) => numberAt(sizes, i) % 2 === 0 && across(numberAt(sizes, i)) <= cut.most),
  };
}

/** Whether every node has so many links, and to each neighbor as many as are laid side by side, or a multiple of that. */
function isRegular({ starts, others }: Neighbors, degree: number, parallel: number): boolean {
  if (!Number.isInteger(parallel)) return false;
  const counts = new Uint32Array(starts.length - 1);
  for (let node = 0; node < counts.length; node++) {
    const around = others.subarray(unsignedAt(starts, node), unsignedAt(starts, node + 1));
    if (around.length !== degree * parallel) return false;
    for (const other of around) counts[other] = unsignedAt(counts, other) + 1;
    let isEven = true;
    for (const other of around) {
      if (unsignedAt(counts, other) % parallel !== 0) isEven = false;
    }
    for (const other of around) counts[other] = 0;
    if (!isEven) return false;
  }
  return true;
}

/** Patterns lay the links of the first device first, then the remaining ones of the second, and so on. */
function orderOf({ from, to }: { readonly from: Uint32Array; readonly to: Uint32Array }, nodes: number): number[] {
  const seen = new Uint8Array(nodes);
  const order: number[] = [];
  for (const side of [from, to])
    for (const node of side) {
      if (seen[node] === 1) continue;
      seen[node] = 1;
      order.push(node);
    }
  return order;
}
