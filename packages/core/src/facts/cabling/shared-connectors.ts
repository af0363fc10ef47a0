// Connectors that carry several links: which of them one cable joins.

import { type Fabric, itemAt, numberAt, signedAt, unsignedAt } from '../../model/index.ts';
import { type FrontRun, type Joint, jointsOf, type ModuleFront } from './module-front.ts';

/** Finds the front of a module by the index of its part; undefined where it is unknown. */
export type FrontAt = (module: number) => ModuleFront | undefined;

/** Takes two connectors that fibers of a link join. Connectors are numbered through the fabric, cage by cage. */
type UsePair = (from: number, to: number, fibers: number) => void;

/** Connectors that share cables, and the links on them. */
export interface SharedConnectors {
  /** Cables, in the order of their first links. */
  readonly count: number;
  /** The cables of a link of which it is the first, in their order. */
  startingAt(link: number): readonly number[];
  /** The links of a cable, in their order. */
  linksOf(cable: number): Uint32Array;
  /** Goes through what a link joins that belongs to a cable. */
  eachPair(link: number, cable: number, use: UsePair): void;
  /** Goes through everything a link joins. */
  everyPair(link: number, use: UsePair): void;
  /** The connector of the module in a cage. */
  placeOf(connector: number, cage: number): number;
}

/**
 * Sorts the links of some classes into cables: connectors that any link joins are ends of the same cable.
 * @param isShared whether links of a class share connectors
 */
export function sharedConnectors(
  fabric: Fabric,
  of: Uint32Array,
  frontAt: FrontAt,
  isShared: readonly boolean[],
): SharedConnectors {
  const firsts = firstConnectors(fabric, frontAt);
  const everyPair = pairReader(fabric, frontAt, firsts);
  const { count: linkCount } = fabric.links;
  const parents = new Int32Array(unsignedAt(firsts, fabric.cages.count));
  for (let i = 0; i < parents.length; i++) parents[i] = i;
  const rootOf = (connector: number): number => {
    let root = connector;
    for (let parent = signedAt(parents, root); parent !== root; parent = signedAt(parents, root)) {
      const above = signedAt(parents, parent);
      parents[root] = above;
      root = above;
    }
    return root;
  };
  const eachLink = (use: (link: number) => void): void => {
    for (let link = 0; link < linkCount; link++) if (isShared[unsignedAt(of, link)] === true) use(link);
  };
  const join: UsePair = (from, to) => {
    parents[rootOf(from)] = rootOf(to);
  };
  eachLink((link) => everyPair(link, join));

  // The cables of each link: numbered by their first link, then the links of each behind each other.
  const cableOfRoot = new Int32Array(parents.length).fill(-1);
  const firstLinks: number[] = [];
  const sizes: number[] = [];
  const last: number[] = [];
  eachLink((link) =>
    everyPair(link, (from) => {
      const root = rootOf(from);
      let cable = signedAt(cableOfRoot, root);
      if (cable < 0) {
        cableOfRoot[root] = cable = firstLinks.push(link) - 1;
        sizes.push(0);
        last.push(-1);
      }
      if (last[cable] === link) return;
      last[cable] = link;
      sizes[cable] = numberAt(sizes, cable) + 1;
    }),
  );
  const first = new Uint32Array(sizes.length + 1);
  for (let cable = 0; cable < sizes.length; cable++)
    first[cable + 1] = unsignedAt(first, cable) + numberAt(sizes, cable);
  const links = new Uint32Array(unsignedAt(first, sizes.length));
  const next = first.slice();
  last.fill(-1);
  eachLink((link) =>
    everyPair(link, (from) => {
      const cable = signedAt(cableOfRoot, rootOf(from));
      if (last[cable] === link) return;
      last[cable] = link;
      const at = unsignedAt(next, cable);
      links[at] = link;
      next[cable] = at + 1;
    }),
  );
  return {
    count: sizes.length,
    startingAt: (link) => placesOf(firstLinks, link),
    linksOf: (cable) => links.subarray(unsignedAt(first, cable), unsignedAt(first, cable + 1)),
    eachPair: (link, cable, use) =>
      everyPair(link, (from, to, fibers) => {
        if (cableOfRoot[rootOf(from)] === cable) use(from, to, fibers);
      }),
    everyPair,
    placeOf: (connector, cage) => connector - unsignedAt(firsts, cage),
  };
}

/** The places of a number in a list in ascending order. */
function placesOf(sorted: readonly number[], wanted: number): number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(sorted, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  const places: number[] = [];
  for (let at = low; sorted[at] === wanted; at++) places.push(at);
  return places;
}

/** The number of the first connector of each cage; one entry more than cages. */
function firstConnectors(fabric: Fabric, frontAt: FrontAt): Uint32Array {
  const { cages } = fabric;
  const firsts = new Uint32Array(cages.count + 1);
  for (let cage = 0; cage < cages.count; cage++) {
    const module = signedAt(cages.module, cage);
    const front = module < 0 ? undefined : frontAt(module);
    firsts[cage + 1] = unsignedAt(firsts, cage) + (front?.connectors.length ?? 0);
  }
  return firsts;
}

/** No connector. */
const none: readonly FrontRun[] = [];

/** Reads what a link joins. Links between the same channels of the same modules are joined alike. */
function pairReader(fabric: Fabric, frontAt: FrontAt, firsts: Uint32Array): (link: number, use: UsePair) => void {
  const { links, cages, ports } = fabric;
  const joints = new Map<FrontRun, Map<FrontRun, readonly Joint[]>>();
  const runsAt = (port: number, cage: number): readonly FrontRun[] => {
    const module = signedAt(cages.module, cage);
    const front = module < 0 ? undefined : frontAt(module);
    return front?.channels[port - unsignedAt(cages.firstPort, cage)] ?? none;
  };
  const jointsBetween = (near: readonly FrontRun[], far: readonly FrontRun[]): readonly Joint[] => {
    const [a, b] = [itemAt(near, 0), itemAt(far, 0)];
    let known = joints.get(a);
    if (known === undefined) joints.set(a, (known = new Map()));
    let found = known.get(b);
    if (found === undefined) {
      const joined = jointsOf(near, far);
      known.set(b, (found = typeof joined === 'string' ? [] : joined));
    }
    return found;
  };
  return (link, use) => {
    const from = unsignedAt(links.from, link);
    const to = unsignedAt(links.to, link);
    const fromCage = unsignedAt(ports.cage, from);
    const toCage = unsignedAt(ports.cage, to);
    const near = runsAt(from, fromCage);
    const far = runsAt(to, toCage);
    if (near.length === 0 || far.length === 0) return;
    for (const joint of jointsBetween(near, far))
      use(
        unsignedAt(firsts, fromCage) + itemAt(near, joint.near).connector,
        unsignedAt(firsts, toCage) + itemAt(far, joint.far).connector,
        joint.fibers,
      );
  };
}
