// Networks, their links by class, and statements whose links could not be made.

import { cablesOfClass, type Facts } from '../answers/index.ts';
import { type LinkBudget, latencyOf, noTier, typicalLoss } from '../facts/index.ts';
import { sum, times } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import { blockOf, byteAt, type Network, sidesText } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { printCount } from '../units/index.ts';
import { linkedIn, type TierRow, tierRows } from './tier-rows.ts';
import { fibersOf } from './totals.ts';

export interface NetworkRow {
  readonly network: Network;
  /** Switches with a link in it. */
  readonly switches: number;
  /** Hosts with a link in it. */
  readonly hosts: number;
  readonly links: number;
  readonly oversubscription: Derivation;
  /** Tier by tier from the hosts up, the top one too; empty if there are no tiers. */
  readonly tiers: readonly TierRow[];
  /** In bit/s, one direction. */
  readonly injection: Derivation;
  /** In bit/s, one direction. */
  readonly bisection: Derivation;
  readonly fullBisection: Derivation;
  /** Of the worst link, in dB. */
  readonly margin: Derivation;
  /** Hops between the two switches that are farthest apart. */
  readonly diameter: Derivation;
  /** Equal shortest paths between two switches with hosts, minimum. */
  readonly paths: Derivation;
}

export interface LinkRow {
  /** As written: `su[*].leaf[*].up to spine[*].down`. */
  readonly statement: string;
  readonly network: Network | undefined;
  readonly pattern: string;
  readonly budget: LinkBudget;
  /** In dB. */
  readonly typicalLoss: Derivation;
  /** Maximum delay in one direction, in s. */
  readonly latency: Derivation;
  /** From module to module. One that links of several rows share belongs to the row of its first link. */
  readonly cables: Derivation;
  /** Fibers of one link, both directions. */
  readonly fibersEach: Derivation;
  readonly fibers: Derivation;
  readonly origin: Origin;
}

export interface UnlaidRow {
  readonly statement: string;
  readonly network: Network | undefined;
  readonly origin: Origin;
}

export function networkRows(facts: Facts): NetworkRow[] {
  const { fabric, bandwidth, optics } = facts;
  return fabric.networks.map((network) => {
    const { index } = network;
    return {
      network,
      ...linkedDevices(facts, index),
      links: fabric.linkGroups.reduce((all, each) => all + (each.network === network ? each.count : 0), 0),
      oversubscription: bandwidth.oversubscription(index),
      tiers: tierRows(facts, index),
      injection: bandwidth.injection(index),
      bisection: bandwidth.bisection(index),
      fullBisection: bandwidth.fullBisection(index),
      margin: optics.margin(index),
      diameter: facts.connectivity.diameter(index),
      paths: facts.connectivity.paths(index),
    };
  });
}

/** The number of switches and hosts with a link in a network. */
function linkedDevices(facts: Facts, network: number): { switches: number; hosts: number } {
  const { fabric, topology } = facts;
  const linked = linkedIn(facts, network);
  const tiers = topology.tiers(network);
  let hosts = 0;
  let switches = 0;
  for (let device = 0; device < linked.length; device++) {
    if (linked[device] === 0) continue;
    if (tiers[device] === 0) hosts++;
    else if (isSwitch(blockOf(fabric, device).kind, byteAt(tiers, device))) switches++;
  }
  return { switches, hosts };
}

/** Whether a linked device is a switch, even one without a path to a host. */
function isSwitch(kind: string | undefined, tier: number): boolean {
  return kind === 'switch' || tier !== noTier;
}

export function linkRows(facts: Facts): LinkRow[] {
  return facts.optics.budgets.map((budget) => {
    const { group, count, statements } = budget.class;
    const fibersEach = fibersOf(budget.fibers);
    return {
      statement: sidesText(group) + (statements === 1 ? '' : ` and ${printCount(statements - 1, 'more', 'more')}`),
      network: group.network,
      pattern: group.pattern,
      budget,
      typicalLoss: typicalLoss(budget),
      latency: latencyOf(budget),
      cables: cablesOfClass(facts, budget.class.index),
      fibersEach,
      fibers: sum('fibers', 'count', 'links × fibers per link', [times(count, fibersEach)]),
      origin: group.origin,
    };
  });
}

/** Each statement once, whatever the number of scopes it is elaborated in. */
export function unlaidRows({ fabric }: Facts): UnlaidRow[] {
  const rows = new Map<string, UnlaidRow>();
  for (const group of fabric.linkGroups) {
    if (group.fault === undefined) continue;
    const key = `${group.origin.uri} ${group.origin.start} ${group.network?.index}`;
    if (!rows.has(key)) rows.set(key, { statement: sidesText(group), network: group.network, origin: group.origin });
  }
  return [...rows.values()];
}
