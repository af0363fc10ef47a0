// Leaves and spines: the smallest network in which each leaf has as many links to one spine as to any other.
import {
  cagesFor,
  type Demand,
  divisors,
  isSmaller,
  leastUplinks,
  mostHostLinks,
  portsOf,
  type Shape,
} from './demand.ts';

/** Spines of a network with leaves: with one alone, its loss would part all leaves. */
const leastSpines = 2;

/** The smallest network of one switch; undefined where its ports don't suffice. */
export function oneTier({ hosts, rails, leaf }: Demand): Shape | undefined {
  const down = hosts * rails;
  if (down > portsOf(leaf)) return undefined;
  const tier = { switches: 1, down, up: 0 };
  return { tiers: 1, units: 1, pods: 1, leaf: tier, spine: undefined, core: undefined, groups: 0 };
}

/** The smallest network of leaves and spines; undefined where there is none. */
export function twoTiers(demand: Demand): Shape | undefined {
  const { hosts, rails, leaf, spine } = demand;
  const most = Math.min(mostHostLinks(demand), hosts);
  if (most === 0) return undefined;
  let best: Shape | undefined;
  // Each leaf has a port on each spine, so that there are no more leaves than a spine has ports.
  for (let units = Math.ceil(hosts / most); units * rails <= portsOf(spine) && units <= hosts; units++) {
    const leaves = units * rails;
    if (best !== undefined && leaves + leastSpines > best.leaf.switches + (best.spine?.switches ?? 0)) break;
    const down = Math.ceil(hosts / units);
    const uplinks = leastUplinks(down, leaf, demand.oversubscription);
    for (let up = uplinks; up > 0 && cagesFor(down, leaf) + cagesFor(up, leaf) <= leaf.cages; up += leaf.channels) {
      const spines = divisors(up).find((each) => each >= leastSpines && (leaves * up) / each <= portsOf(spine));
      if (spines === undefined) continue;
      const shape: Shape = {
        tiers: 2,
        units,
        pods: 1,
        leaf: { switches: leaves, down, up },
        spine: { switches: spines, down: (leaves * up) / spines, up: 0 },
        core: undefined,
        groups: 0,
      };
      if (isSmaller(shape, best)) best = shape;
    }
  }
  return best;
}

/** The most hosts that two tiers reach: as many leaves as a spine has ports. */
export function mostHostsOfTwoTiers(demand: Demand): number {
  const down = mostHostLinks(demand);
  return Math.floor(portsOf(demand.spine) / demand.rails) * down;
}
