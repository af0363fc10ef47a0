// Bandwidth, always counted in one direction.

import { type Derivation, derived, figure, none, stated, sum, times, unknown } from '../../figures/derivation.ts';
import {
  blockOf,
  byteAt,
  deviceName,
  type Fabric,
  fromDevice,
  kindOfDevice,
  linksText,
  numberAt,
  type Part,
  realAt,
  toDevice,
  unsignedAt,
} from '../../model/index.ts';
import type { LinkClasses } from '../classes.ts';
import type { OpticsFacts } from '../optics/optics.ts';
import { allWell, isCut, isLost, losesLinks, type Scenario } from '../scenario.ts';
import { bisectionOf, type HalvedNetwork, type HalvedPlane, joinedPlanes } from './bisection/bisection.ts';
import { livePlane } from './bisection/live-plane.ts';
import { planeBisection } from './bisection/plane-bisection.ts';
import { joinApart } from './bisection/plane-parts.ts';
import { type Plane, planesOf } from './bisection/planes.ts';
import type { ConnectivityFacts } from './connectivity.ts';
import { noTier, type TopologyFacts } from './topology.ts';

export interface BandwidthFacts {
  /** Bandwidth of a device's links in a network, towards the hosts and away from them, by device in bit/s. */
  linked(network: number): { readonly down: Float64Array; readonly up: Float64Array };
  /**
   * Worst ratio of down to up among the switches of a network that have both. Infinite where no path joins some hosts, one
   * where each switch has hosts and no switch beside it.
   */
  oversubscription(network: number): Derivation;
  /** The ratio of a switch with links towards the hosts only, of a switch with hosts and no others; undefined of any other. */
  oneWay(network: number, device: number, label: string): Derivation | undefined;
  /** The switch that ratio is of, or -1. */
  worstSwitch(network: number): number;
  /** Why the links of a network can't be judged, as an unknown value; undefined where they can. */
  unjudged(network: number, label: string): Derivation | undefined;
  /** Bandwidth the hosts of a network can inject, in bit/s. */
  injection(network: number): Derivation;
  /** Bandwidth between two halves of a network, in bit/s one direction: the least over all ways to halve each of its planes. */
  bisection(network: number): Derivation;
  /** The same plane by plane. */
  planes(network: number): HalvedNetwork;
  /** Half of what the hosts can inject with nothing lost, in bit/s. */
  fullBisection(network: number): Derivation;
}

/** Bandwidth of all cages of a switch or host, in bit/s: what the front panel could carry. */
export function cageBandwidth(part: Part): Derivation {
  const terms = part.ports.map((group) => {
    const { cage } = group;
    const lanes = stated(`lanes of ${cage.name}`, 'count', cage.values.lanes, `the lanes of ${cage.name} are not said`);
    const lane = stated(
      `lane rate of ${cage.name}`,
      'bit rate',
      cage.values['lane-rate'],
      `the lane rate of ${cage.name} is not said`,
    );
    const each = derived(
      `${group.name}: ${cage.name}`,
      'bit rate',
      'lanes × lane rate',
      [lanes, lane],
      lanes.value * lane.value,
    );
    return { ...times(group.count, each), origin: group.origin };
  });
  return sum(`bandwidth of the cages of ${part.name}`, 'bit rate', 'cages × bandwidth of a cage', terms);
}

/** SerDes lanes all cages of a switch take. */
export function cageLanes(part: Part): Derivation {
  const terms = part.ports.map((group) => {
    const lanes = stated(
      `${group.name}: lanes of ${group.cage.name}`,
      'count',
      group.cage.values.lanes,
      `the lanes of ${group.cage.name} are not said`,
    );
    return { ...times(group.count, lanes), origin: group.origin };
  });
  return sum(`lanes of the cages of ${part.name}`, 'count', 'cages × lanes', terms);
}

/** Switching capacity of a switch, in bit/s. */
export function switchCapacity(part: Part<'switch'>): Derivation {
  return ofAsics(part, 'capacity of', 'bit rate', (asic) =>
    stated(`capacity of ${asic.name}`, 'bit rate', asic.values.capacity, `the capacity of ${asic.name} is not said`),
  );
}

/** SerDes lanes of a switch. */
export function switchLanes(part: Part<'switch'>): Derivation {
  return ofAsics(part, 'SerDes lanes of', 'count', (asic) =>
    stated(
      `SerDes lanes of ${asic.name}`,
      'count',
      asic.values.serdes,
      `the SerDes lanes of ${asic.name} are not said`,
    ),
  );
}

/** What the front panel of a switch carries, in bit/s: its cages, but no more than its chip switches. */
export function panelBandwidth(part: Part<'switch'>): Derivation {
  if (part.ports.length === 0)
    return unknown(`front panel of ${part.name}`, 'bit rate', `the ports of ${part.name} are not said`);
  const cages = cageBandwidth(part);
  const chip = switchCapacity(part);
  if (Number.isNaN(chip.value)) return { ...cages, label: `front panel of ${part.name}` };
  return derived(
    `front panel of ${part.name}`,
    'bit rate',
    'the smaller of cages and chip',
    [cages, chip],
    Math.min(cages.value, chip.value),
  );
}

function ofAsics(
  part: Part<'switch'>,
  what: string,
  dimension: 'bit rate' | 'count',
  of: (asic: Part<'asic'>) => Derivation,
): Derivation {
  const label = `${what} ${part.name}`;
  const asic = part.values.asic?.value;
  if (asic === undefined) return unknown(label, dimension, `the chip of ${part.name} is not said`);
  const count = part.values.asics?.value ?? 1;
  const each = of(asic);
  return count === 1 ? { ...each, label } : sum(label, dimension, 'chips × what one gives', [times(count, each)]);
}

/**
 * Bandwidth of the networks of a fabric.
 * @param whole the same with nothing lost, where that is known already
 */
export function bandwidthFacts(
  fabric: Fabric,
  links: LinkClasses,
  optics: OpticsFacts,
  topology: TopologyFacts,
  connectivity: ConnectivityFacts,
  scenario: Scenario,
  whole?: () => BandwidthFacts,
): BandwidthFacts {
  /** Sums link rates: what each device has towards the hosts and away from them, and what hosts can send in all. */
  const rateOf = (link: number): number => optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? Number.NaN;
  const measure = (network: number, lost: Scenario | undefined) => {
    const tiers = topology.tiers(network);
    const down = new Float64Array(fabric.devices.count);
    const up = new Float64Array(fabric.devices.count);
    let sent: number | undefined;
    for (const group of fabric.linkGroups) {
      if (group.network?.index !== network) continue;
      for (let link = group.first; link < group.first + group.count; link++) {
        const a = fromDevice(fabric, link);
        const b = toDevice(fabric, link);
        const [tierA, tierB] = [byteAt(tiers, a), byteAt(tiers, b)];
        if (tierA === noTier || tierB === noTier) continue;
        // Hosts that have lost all of their links send nothing, and are hosts all the same.
        if (tierA === 0 || tierB === 0) sent ??= 0;
        if (lost !== undefined && (isLost(lost, a) || isLost(lost, b) || isCut(lost, link))) continue;
        const rate = rateOf(link);
        if (tierA === tierB) {
          // Hosts that are linked to each other send at both ends.
          if (tierA === 0 && a !== b) sent = (sent ?? 0) + 2 * rate;
          continue;
        }
        const [lower, upper] = tierA < tierB ? [a, b] : [b, a];
        up[lower] = realAt(up, lower) + rate;
        down[upper] = realAt(down, upper) + rate;
        if (tierA === 0 || tierB === 0) sent = (sent ?? 0) + rate;
      }
    }
    return { down, up, sent };
  };
  type Measured = ReturnType<typeof measure>;
  const measured = new Map<number, Measured>();
  const now = (network: number): Measured => {
    let found = measured.get(network);
    if (found === undefined)
      measured.set(network, (found = measure(network, losesLinks(scenario) ? scenario : undefined)));
    return found;
  };
  const nameOf = (network: number): string => fabric.networks[network]?.name ?? '';

  /** A network in which links could not be laid is not judged by the links that are missing. */
  const broken = (network: number): { why: string; terms?: readonly Derivation[] } | undefined => {
    if (fabric.gaps.links || fabric.gaps.plugs) return { why: 'some links or modules could not be understood' };
    const fault = fabric.linkGroups.find((group) => group.network?.index === network && group.fault !== undefined);
    if (fault !== undefined) return { why: `the ${linksText(fault)} could not be laid` };
    const dark = optics.budgets.find(
      (each) => each.class.group.network?.index === network && Number.isNaN(each.rate.value),
    );
    if (dark === undefined) return undefined;
    // Where the statement is at fault, as without a module at one end, what is unknown follows from it.
    const rate = { ...dark.rate, origin: dark.class.group.origin };
    return { why: dark.rate.unknown ?? 'the rate of some links is unknown', terms: [rate] };
  };

  const cutOff = (network: number, label: string): Derivation | undefined => {
    const [one, other] = connectivity.hostParts(network);
    if (one === undefined || other === undefined) return undefined;
    const why = `no path joins ${deviceName(fabric, numberAt(one, 0))} and ${deviceName(fabric, numberAt(other, 0))}`;
    const origin = fabric.networks[network]?.origin;
    return {
      ...derived(label, 'count', why, [], Number.POSITIVE_INFINITY),
      ...(origin === undefined ? {} : { origin }),
    };
  };
  /** Whether a network has switches, and each of them hosts and no switch beside it. */
  const hasLeavesOnly = (network: number): boolean => {
    const { devices, isHost, starts, neighbors } = connectivity.graph(network);
    if (!isHost.includes(0)) return false;
    for (let node = 0; node < devices.length; node++)
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
        if (isHost[unsignedAt(neighbors, i)] === isHost[node]) return false;
    return true;
  };
  const alone = (label: string): Derivation => derived(label, 'count', 'no traffic leaves a switch', [], 1);

  const worstSwitch = (network: number): number => {
    const { down, up } = now(network);
    let worst = -1;
    let ratio = -1;
    for (let device = 0; device < fabric.devices.count; device++) {
      if (kindOfDevice(fabric, device) !== 'switch') continue;
      if (!(realAt(down, device) > 0) || !(realAt(up, device) > 0)) continue;
      const each = realAt(down, device) / realAt(up, device);
      if (each > ratio) [worst, ratio] = [device, each];
    }
    return worst;
  };

  const halved = new Map<number, HalvedNetwork>();
  const planes = (network: number): HalvedNetwork => {
    let found = halved.get(network);
    if (found === undefined) halved.set(network, (found = halve(network)));
    return found;
  };
  const drawn = (all: readonly Plane[], lost: Scenario): HalvedNetwork => {
    const planes = all.map((plane): HalvedPlane => {
      const live = livePlane(plane, rateOf, lost);
      return { plane, bisection: planeBisection(fabric, live), weight: live.weight };
    });
    return { planes, ...joinedPlanes(all) };
  };
  const halve = (network: number): HalvedNetwork => {
    if (broken(network) !== undefined) return { planes: [], partOf: [], differ: false };
    if (whole === undefined || !losesLinks(scenario))
      return drawn(joinApart(planesOf(fabric, network, topology.tiers(network))), allWell);
    const before = whole().planes(network);
    const left = before.planes.map((each): HalvedPlane => {
      const live = livePlane(each.plane, rateOf, scenario);
      if (live.loss === 0) return each;
      const { plane, bisection } = each;
      return { plane, bisection: planeBisection(fabric, live, bisection), weight: live.weight };
    });
    return { ...before, planes: left };
  };

  const injection = (label: string, network: number, from: Measured): Derivation => {
    const fault = broken(network);
    if (fault !== undefined) return unknown(label, 'bit rate', fault.why, fault.terms);
    const value = from.sent;
    return value === undefined
      ? unknown(label, 'bit rate', `${nameOf(network)} links no hosts`)
      : figure(label, 'bit rate', value);
  };

  return {
    linked: (network) => now(network),
    worstSwitch,
    unjudged(network, label) {
      const fault = broken(network);
      return fault === undefined ? undefined : unknown(label, 'ratio', fault.why, fault.terms);
    },
    oneWay(network, device, label) {
      const { down, up } = now(network);
      if (!(realAt(down, device) > 0) || realAt(up, device) > 0) return undefined;
      if (hasLeavesOnly(network)) return cutOff(network, label) ?? alone(label);
      const { devices, isHost, starts, neighbors } = connectivity.graph(network);
      const node = devices.indexOf(device);
      const around = neighbors.subarray(unsignedAt(starts, node), unsignedAt(starts, node + 1));
      const hadMore = whole !== undefined && realAt(whole().linked(network).up, device) > 0;
      return hadMore || around.every((other) => isHost[other] === 1) ? cutOff(network, label) : undefined;
    },
    oversubscription(network) {
      const label = `oversubscription of ${nameOf(network)}`;
      const fault = broken(network);
      if (fault !== undefined) return unknown(label, 'ratio', fault.why, fault.terms);
      const device = worstSwitch(network);
      const split = cutOff(network, label);
      if (split !== undefined) return split;
      if (device < 0 && hasLeavesOnly(network)) return alone(label);
      if (device < 0) return none(label, 'ratio', `no switch of ${nameOf(network)} has links both ways`);
      const { down, up } = now(network);
      const name = deviceName(fabric, device);
      const origin = blockOf(fabric, device).origin;
      const terms = [
        figure(`links of ${name} towards the hosts`, 'bit rate', realAt(down, device), origin),
        figure(`links of ${name} away from them`, 'bit rate', realAt(up, device), origin),
      ];
      return {
        ...derived(label, 'count', 'down ÷ up, worst switch', terms, realAt(down, device) / realAt(up, device)),
      };
    },
    injection: (network) => injection(`injection of the hosts of ${nameOf(network)}`, network, now(network)),
    bisection(network) {
      const label = `bisection of ${nameOf(network)}`;
      const fault = broken(network);
      if (fault !== undefined) return unknown(label, 'bit rate', fault.why, fault.terms);
      return bisectionOf(fabric, nameOf(network), label, planes(network));
    },
    planes,
    fullBisection(network) {
      if (whole !== undefined && losesLinks(scenario)) return whole().fullBisection(network);
      const all = injection(
        'injection with nothing lost',
        network,
        losesLinks(scenario) ? measure(network, undefined) : now(network),
      );
      return derived(`full bisection of ${nameOf(network)}`, 'bit rate', 'injection ÷ 2', [all], all.value / 2);
    },
  };
}
