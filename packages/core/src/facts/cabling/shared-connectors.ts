// Connectors that carry several links: which of them one cable joins.

import { cageOfPort, type Fabric, firstPortOf, itemAt, numberAt, signedAt, unsignedAt } from '../../model/index.ts';
import { type FrontRun, type Joint, jointsOf, type ModuleFront } from './module-front.ts';

/** Finds the front of a module by the index of its part; undefined where it is unknown. */
export type FrontAt = (module: number) => ModuleFront | undefined;

/** Two connectors that fibers of a link join. Connectors are numbered through the fabric, cage by cage. */
export interface JoinedPair {
  readonly from: number;
  readonly to: number;
  readonly fibers: number;
}

/** Connectors that share cables, and the links on them. */
export interface SharedConnectors {
  /** Cables, in the order of their first links. */
  readonly count: number;
  /** The cables of a link of which it is the first, in their order. */
  startingAt(link: number): readonly number[];
  /** The links of a cable, in their order. */
  linksOf(cable: number): Uint32Array;
  /** What a link joins that belongs to a cable. */
  pairsOf(link: number, cable: number): readonly JoinedPair[];
  /** Everything a link joins. */
  allPairsOf(link: number): readonly JoinedPair[];
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
  const allPairsOf = pairReader(fabric, frontAt, firsts);
  const { count: linkCount } = fabric.links;
  const parents = Int32Array.from({ length: unsignedAt(firsts, fabric.cages.count) }, (_, i) => i);
  const rootOf = (connector: number): number => {
    let root = connector;
    while (parents[root] !== root) {
      parents[root] = signedAt(parents, signedAt(parents, root));
      root = signedAt(parents, root);
    }
    return root;
  };
  const isCounted = (link: number): boolean => isShared[unsignedAt(of, link)] === true;
  for (let link = 0; link < linkCount; link++)
    if (isCounted(link)) for (const { from, to } of allPairsOf(link)) parents[rootOf(from)] = rootOf(to);

  // The cables of each link, then the links of each cable behind each other.
  const cableOfRoot = new Int32Array(parents.length).fill(-1);
  const starts = new Map<number, number[]>();
  const sizes: number[] = [];
  const last: number[] = [];
  const visit = (use: (cable: number, link: number) => void): void => {
    last.fill(-1);
    for (let link = 0; link < linkCount; link++) {
      if (!isCounted(link)) continue;
      for (const { from } of allPairsOf(link)) {
        const root = rootOf(from);
        let cable = signedAt(cableOfRoot, root);
        if (cable < 0) {
          cableOfRoot[root] = cable = sizes.push(0) - 1;
          last.push(-1);
          const there = starts.get(link);
          if (there === undefined) starts.set(link, [cable]);
          else there.push(cable);
        }
        if (last[cable] === link) continue;
        last[cable] = link;
        use(cable, link);
      }
    }
  };
  visit((cable) => {
    sizes[cable] = numberAt(sizes, cable) + 1;
  });
  const first = new Uint32Array(sizes.length + 1);
  for (let cable = 0; cable < sizes.length; cable++)
    first[cable + 1] = unsignedAt(first, cable) + numberAt(sizes, cable);
  const links = new Uint32Array(unsignedAt(first, sizes.length));
  const next = first.slice();
  visit((cable, link) => {
    const at = unsignedAt(next, cable);
    links[at] = link;
    next[cable] = at + 1;
  });
  return {
    count: sizes.length,
    startingAt: (link) => starts.get(link) ?? [],
    linksOf: (cable) => links.subarray(unsignedAt(first, cable), unsignedAt(first, cable + 1)),
    pairsOf: (link, cable) => allPairsOf(link).filter(({ from }) => cableOfRoot[rootOf(from)] === cable),
    allPairsOf,
    placeOf: (connector, cage) => connector - unsignedAt(firsts, cage),
  };
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

/** Reads what a link joins. Links between the same channels of the same modules are joined alike. */
function pairReader(fabric: Fabric, frontAt: FrontAt, firsts: Uint32Array): (link: number) => readonly JoinedPair[] {
  const { links, cages } = fabric;
  const joints = new Map<FrontRun, Map<FrontRun, readonly Joint[]>>();
  const runsAt = (port: number): readonly FrontRun[] => {
    const cage = cageOfPort(fabric, port);
    const module = signedAt(cages.module, cage);
    const front = module < 0 ? undefined : frontAt(module);
    return front?.channels[port - firstPortOf(fabric, cage)] ?? [];
  };
  const jointsBetween = (near: readonly FrontRun[], far: readonly FrontRun[]): readonly Joint[] => {
    if (near.length === 0 || far.length === 0) return [];
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
  return (link) => {
    const [from, to] = [unsignedAt(links.from, link), unsignedAt(links.to, link)];
    const [near, far] = [runsAt(from), runsAt(to)];
    const [nearFirst, farFirst] = [
      unsignedAt(firsts, cageOfPort(fabric, from)),
      unsignedAt(firsts, cageOfPort(fabric, to)),
    ];
    return jointsBetween(near, far).map((joint) => ({
      from: nearFirst + itemAt(near, joint.near).connector,
      to: farFirst + itemAt(far, joint.far).connector,
      fibers: joint.fibers,
    }));
  };
}
