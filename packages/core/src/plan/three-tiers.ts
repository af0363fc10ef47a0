// Pods of leaves and spines below a core: the smallest network that is even between all tiers.
import {
  cagesFor,
  type Demand,
  divisors,
  type Faceplate,
  isSmaller,
  leastUplinks,
  mostHostLinks,
  portsOf,
  type Shape,
  switchesOf,
} from './demand.ts';

/** Leaves and spines of a pod: the spines have a number that divides the uplinks of a leaf. */
interface Pod {
  readonly pods: number;
  readonly units: number;
  /** Host links of a leaf. */
  readonly down: number;
  readonly up: number;
  readonly leaves: number;
  readonly spines: number;
}

/** The smallest network of three tiers with at least two pods; undefined where there is none. */
export function threeTiers(demand: Demand): Shape | undefined {
  const { hosts, rails, leaf, spine, core } = demand;
  const most = Math.min(mostHostLinks(demand), hosts);
  if (most === 0) return undefined;
  const dividing = remembered(divisors);
  let best: Shape | undefined;
  for (let pods = 2; pods <= Math.min(portsOf(core), hosts); pods++) {
    for (let units = Math.ceil(hosts / (pods * most)); pods * units <= hosts; units++) {
      const leaves = units * rails;
      if (leaves >= portsOf(spine) || pods * leaves >= fewest(best)) break;
      const down = Math.ceil(hosts / (pods * units));
      for (
        let up = leastUplinks(down, leaf, demand.oversubscription);
        up > 0 && fits(leaf, down, up);
        up += leaf.channels
      ) {
        // A spine has no more links down than up, so that half of its ports carry the links of the leaves.
        if (pods * (leaves + Math.ceil((2 * leaves * up) / portsOf(spine))) > fewest(best)) break;
        for (const spines of dividing(up)) {
          if (spines < 2) continue;
          const found = withCore({ pods, units, down, up, leaves, spines }, demand, fewest(best), dividing);
          if (found !== undefined && isSmaller(found, best)) best = found;
        }
      }
    }
  }
  return best;
}

/** The smallest core of given pods; undefined where there is none, or none with fewer than `most` switches in all. */
function withCore(
  { pods, units, down, up, leaves, spines }: Pod,
  { spine, core }: Demand,
  most: number,
  dividing: (n: number) => readonly number[],
): Shape | undefined {
  const spineDown = (leaves * up) / spines;
  const leastUp = cagesFor(spineDown, spine) * spine.channels;
  const ports = portsOf(core);
  let best: Shape | undefined;
  for (let spineUp = leastUp; fits(spine, spineDown, spineUp); spineUp += spine.channels) {
    if (pods * (leaves + spines) + Math.ceil((pods * spines * spineUp) / ports) > most) break;
    for (const grouped of dividing(spines)) {
      const groups = spines / grouped;
      // A core switch that alone joins the pods would part them when it is lost.
      const each = dividing(spineUp).find((n) => (pods * grouped * spineUp) / n <= ports && n * groups >= 2);
      if (each === undefined) continue;
      const shape: Shape = {
        tiers: 3,
        units: pods * units,
        pods,
        leaf: { switches: pods * leaves, down, up },
        spine: { switches: pods * spines, down: spineDown, up: spineUp },
        core: { switches: groups * each, down: (pods * grouped * spineUp) / each, up: 0 },
        groups,
      };
      if (isSmaller(shape, best)) best = shape;
    }
  }
  return best;
}

/** The most hosts that three tiers reach without a link to spare: half of a spine's ports for the leaves of a pod, as many pods as a core switch has ports. */
export function mostHostsOfThreeTiers(demand: Demand): number {
  const { rails, spine, core } = demand;
  const leaves = Math.floor(spine.cages / 2) * spine.channels;
  return portsOf(core) * Math.floor(leaves / rails) * mostHostLinks(demand);
}

function fits(faceplate: Faceplate, down: number, up: number): boolean {
  return cagesFor(down, faceplate) + cagesFor(up, faceplate) <= faceplate.cages;
}

function fewest(best: Shape | undefined): number {
  return best === undefined ? Number.POSITIVE_INFINITY : switchesOf(best);
}

/** A function of one number that is computed once for each. */
function remembered(compute: (n: number) => readonly number[]): (n: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (n) => {
    const found = known.get(n) ?? compute(n);
    known.set(n, found);
    return found;
  };
}
