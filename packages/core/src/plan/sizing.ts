// The smallest network for each number of tiers, or why there is none; and what even striping adds to what capacity needs.
import { type Demand, leastUplinks, portsOf, type Shape } from './demand.ts';
import { mostHostsOfThreeTiers, threeTiers } from './three-tiers.ts';
import { mostHostsOfTwoTiers, oneTier, twoTiers } from './two-tiers.ts';

export type Tiers = Shape['tiers'];

/** A network, or why there is none. */
type Sized =
  | { readonly shape: Shape }
  /** More hosts than this number of tiers reaches. */
  | { readonly mostHosts: number }
  /** Few enough hosts, but no numbers of switches that stripe them evenly. */
  | { readonly uneven: true };

/**
 * The smallest evenly striped network of one plane.
 *
 * Every leaf has as many links to one spine of its pod as to any other, and every spine as many to one core switch of its group. So
 * the spines of a pod are a divisor of a leaf's uplinks; k-port switches without oversubscription reach k²/2 hosts in two tiers and
 * k³/4 in three (Al-Fares, Loukissas and Vahdat, A scalable, commodity data center network architecture, SIGCOMM 2008).
 */
export function sized(demand: Demand, tiers: Tiers): Sized {
  const shape = { 1: oneTier, 2: twoTiers, 3: threeTiers }[tiers](demand);
  if (shape !== undefined) return { shape };
  const most = mostHosts(demand, tiers);
  return demand.hosts > most ? { mostHosts: most } : { uneven: true };
}

/** The most hosts that a number of tiers reaches. */
function mostHosts(demand: Demand, tiers: Tiers): number {
  if (tiers === 1) return Math.floor(portsOf(demand.leaf) / demand.rails);
  return tiers === 2 ? mostHostsOfTwoTiers(demand) : mostHostsOfThreeTiers(demand);
}

/** A tier that has more switches than its links fill, so that they divide evenly. */
export interface Striping {
  readonly tier: 'spine' | 'core';
  /** Switches that the links fill. */
  readonly filled: number;
  /** Switches that divide the links evenly. */
  readonly striped: number;
  /** Links of one switch below, which are divided. */
  readonly uplinks: number;
  /** Switches below. */
  readonly below: number;
  /** Ports of one switch of the tier. */
  readonly ports: number;
}

/** The tiers that even striping makes larger than capacity alone would. */
export function stripingOf({ leaf, spine, core, groups }: Shape, demand: Demand): Striping[] {
  const found: Striping[] = [];
  const add = (tier: Striping['tier'], below: number, uplinks: number, ports: number, striped: number): void => {
    const filled = Math.max(2, Math.ceil((below * uplinks) / ports));
    if (striped > filled) found.push({ tier, filled, striped, uplinks, below, ports });
  };
  if (spine !== undefined && core === undefined)
    add('spine', leaf.switches, leaf.up, portsOf(demand.spine), spine.switches);
  if (spine !== undefined && core !== undefined && groups > 0)
    add('core', spine.switches, spine.up, portsOf(demand.core), core.switches);
  return found;
}

/** Host links of a leaf over its uplinks, at the leaf with the most host links. */
export function oversubscriptionOf({ leaf }: Shape): number {
  return leaf.up === 0 ? 1 : Math.max(1, leaf.down / leaf.up);
}

/** Whether a leaf has more uplinks than its hosts need, because fewer would not divide evenly. */
export function spareUplinks({ leaf }: Shape, demand: Demand): number {
  return leaf.up === 0 ? 0 : leaf.up - leastUplinks(leaf.down, demand.leaf, demand.oversubscription);
}
