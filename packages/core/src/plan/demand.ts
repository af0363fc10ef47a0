// What a network has to do, and the switches it may be made of: numbers only.

/** The ports of one switch at the rate of a link: cages, each with as many ports as its module has channels. */
export interface Faceplate {
  readonly cages: number;
  /** Links of one module. All of them go the same way, so that a module is used for one tier only. */
  readonly channels: number;
}

/** What one plane of a network has to do. */
export interface Demand {
  readonly hosts: number;
  /** Ports of a host on this plane. Each is on a rail: a leaf of its own. */
  readonly rails: number;
  /** Largest ratio of host links to uplinks of a leaf; 1 or more. The tiers above a leaf carry all of its uplinks. */
  readonly oversubscription: number;
  readonly leaf: Faceplate;
  readonly spine: Faceplate;
  readonly core: Faceplate;
}

/** Switches of one tier. */
export interface Tier {
  readonly switches: number;
  /** Ports towards the hosts that have a link on the switch with the most. */
  readonly down: number;
  /** Ports towards the next tier; 0 at the top. */
  readonly up: number;
}

/** The evenly striped network of one plane. */
export interface Shape {
  readonly tiers: 1 | 2 | 3;
  /** Groups of hosts that share their leaves, over all pods. One has as many hosts as any other, or one fewer. */
  readonly units: number;
  /** Pods: 1 with fewer than three tiers. */
  readonly pods: number;
  readonly leaf: Tier;
  /** Undefined with one tier. */
  readonly spine: Tier | undefined;
  /** Undefined with fewer than three tiers. */
  readonly core: Tier | undefined;
  /** Groups of core switches, each joined to spines of the same places in every pod; 0 without a core. */
  readonly groups: number;
}

/** The switches of a network. */
export function switchesOf({ leaf, spine, core }: Shape): number {
  return leaf.switches + (spine?.switches ?? 0) + (core?.switches ?? 0);
}

/** The links between switches. */
export function trunkLinks({ leaf, spine }: Shape): number {
  return leaf.switches * leaf.up + (spine === undefined ? 0 : spine.switches * spine.up);
}

/** Cages that a number of links occupies. */
export function cagesFor(links: number, { channels }: Faceplate): number {
  return Math.ceil(links / channels);
}

/** Ports of a switch. */
export function portsOf({ cages, channels }: Faceplate): number {
  return cages * channels;
}

/** The most host links of a leaf beside the uplinks that they need. */
export function mostHostLinks({ leaf, oversubscription }: Demand): number {
  for (let down = portsOf(leaf); down > 0; down--) if (leastUplinks(down, leaf, oversubscription) > 0) return down;
  return 0;
}

/** The fewest uplinks that whole modules give `down` host links; 0 where the leaf has no room for them. */
export function leastUplinks(down: number, leaf: Faceplate, oversubscription: number): number {
  const cages = cagesFor(Math.ceil(down / oversubscription), leaf);
  return cagesFor(down, leaf) + cages <= leaf.cages ? cages * leaf.channels : 0;
}

/** The numbers that divide `n`, ascending. */
export function divisors(n: number): number[] {
  const found: number[] = [];
  for (let each = 1; each <= n; each++) if (n % each === 0) found.push(each);
  return found;
}

/** Whether a network is smaller than the smallest so far: fewer switches, then fewer links, then fewer pods, then fewer groups. */
export function isSmaller(shape: Shape, best: Shape | undefined): boolean {
  if (best === undefined) return true;
  const compared = [
    switchesOf(shape) - switchesOf(best),
    trunkLinks(shape) - trunkLinks(best),
    shape.pods - best.pods,
    shape.groups - best.groups,
  ].find((each) => each !== 0);
  return (compared ?? 0) < 0;
}
