// Tiers of networks with their switches, the top one too, and the links between each two tiers.

import { type Facts, tierRatios } from '../answers/index.ts';
import { noTier, type TierRatio } from '../facts/index.ts';
import { type Derivation, none, sum, times } from '../figures/derivation.ts';
import { blockOf, byteAt, fromDevice, itemAt, type Network, toDevice, unsignedAt } from '../model/index.ts';

/** The switches of one tier of a network. */
export interface TierRow {
  /** Hops from the nearest host: leaves 1. */
  readonly tier: number;
  /** Names of the arrays in it, as `leaf`. */
  readonly names: readonly string[];
  readonly switches: number;
  /** Down ÷ up of the worst switch; none for the top tier, which has nothing above it. */
  readonly worst: Derivation;
  /** All links down over all links up; none for the top tier. */
  readonly whole: Derivation;
}

/** One end of the links between two tiers. */
interface PairEnd {
  /** Hops from the nearest host, 0 for hosts; undefined for devices that no path joins to a host. */
  readonly tier: number | undefined;
  /** Names of the arrays whose devices have such links. */
  readonly names: readonly string[];
}

/** The links between two tiers of a network, or within one. */
export interface PairRow {
  readonly network: Network;
  /** The end nearer to the hosts. */
  readonly lower: PairEnd;
  readonly upper: PairEnd;
  readonly links: number;
  /** Pairs of devices that at least one of them joins. */
  readonly pairs: number;
  /** Links of the pair of devices with the fewest, and with the most. */
  readonly perPair: { readonly least: number; readonly most: number };
  /** Of all of them, in one direction, in bit/s. */
  readonly bandwidth: Derivation;
}

/** The tiers of a network from the hosts up; empty where no switch has a path to a host. */
export function tierRows(facts: Facts, network: number): TierRow[] {
  const { fabric, topology } = facts;
  const linked = linkedIn(facts, network);
  const tiers = topology.tiers(network);
  const found = new Map<number, { readonly names: Set<string>; switches: number }>();
  for (let device = 0; device < linked.length; device++) {
    const tier = byteAt(tiers, device);
    if (linked[device] === 0 || tier === 0 || tier === noTier) continue;
    let row = found.get(tier);
    if (row === undefined) found.set(tier, (row = { names: new Set(), switches: 0 }));
    row.names.add(blockOf(fabric, device).name);
    row.switches++;
  }
  const ratios = new Map(tierRatios(facts, network).map((each) => [each.tier, each]));
  const unknown = facts.bandwidth.oversubscription(network);
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([tier, { names, switches }]) => ({
      tier,
      names: [...names],
      switches,
      ...ratiosOf(tier, ratios.get(tier), Number.isNaN(unknown.value) ? unknown : undefined),
    }));
}

function ratiosOf(
  tier: number,
  ratio: TierRatio | undefined,
  unknown: Derivation | undefined,
): Pick<TierRow, 'worst' | 'whole'> {
  if (ratio !== undefined) return ratio;
  if (unknown !== undefined) return { worst: unknown, whole: unknown };
  const top = none(`oversubscription of tier ${tier}`, 'count', 'nothing is above this tier');
  return { worst: top, whole: top };
}

/** One flag a device: a link of the network ends at it. */
export function linkedIn({ fabric }: Facts, network: number): Uint8Array {
  const linked = new Uint8Array(fabric.devices.count);
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    for (let link = group.first; link < group.first + group.count; link++) {
      linked[fromDevice(fabric, link)] = 1;
      linked[toDevice(fabric, link)] = 1;
    }
  }
  return linked;
}

/** Links of a pair of tiers while they are counted. */
interface PairDraft {
  readonly low: number;
  readonly high: number;
  readonly names: readonly [Set<string>, Set<string>];
  links: number;
  /** Links by pair of devices. */
  readonly byDevices: Map<number, number>;
  /** Links by class. */
  readonly byClass: Map<number, number>;
}

/** The links between each two tiers, network by network, the hosts' first. */
export function pairRows(facts: Facts): PairRow[] {
  return facts.fabric.networks.flatMap((network) =>
    [...pairsOf(facts, network.index).values()]
      .sort((a, b) => a.low - b.low || a.high - b.high)
      .map((each) => pairRow(facts, network, each)),
  );
}

function pairsOf({ fabric, links, topology }: Facts, network: number): Map<number, PairDraft> {
  const tiers = topology.tiers(network);
  const drafts = new Map<number, PairDraft>();
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    for (let link = group.first; link < group.first + group.count; link++) {
      const [from, to] = [fromDevice(fabric, link), toDevice(fabric, link)];
      const isUp = byteAt(tiers, from) <= byteAt(tiers, to);
      const [a, b] = isUp ? [from, to] : [to, from];
      const [low, high] = [byteAt(tiers, a), byteAt(tiers, b)];
      const key = low * 256 + high;
      let draft = drafts.get(key);
      if (draft === undefined) {
        draft = { low, high, names: [new Set(), new Set()], links: 0, byDevices: new Map(), byClass: new Map() };
        drafts.set(key, draft);
      }
      draft.links++;
      draft.names[0].add(blockOf(fabric, a).name);
      draft.names[1].add(blockOf(fabric, b).name);
      const pair = Math.min(a, b) * fabric.devices.count + Math.max(a, b);
      draft.byDevices.set(pair, (draft.byDevices.get(pair) ?? 0) + 1);
      const index = unsignedAt(links.of, link);
      draft.byClass.set(index, (draft.byClass.get(index) ?? 0) + 1);
    }
  }
  return drafts;
}

function pairRow({ optics }: Facts, network: Network, draft: PairDraft): PairRow {
  const { low, high, names, links, byDevices, byClass } = draft;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const count of byDevices.values()) [least, most] = [Math.min(least, count), Math.max(most, count)];
  const end = (tier: number, own: ReadonlySet<string>): PairEnd => ({
    tier: tier === noTier ? undefined : tier,
    names: [...own],
  });
  return {
    network,
    lower: end(low, names[0]),
    upper: end(high, names[1]),
    links,
    pairs: byDevices.size,
    perPair: { least, most },
    bandwidth: sum(
      'bandwidth',
      'bit rate',
      'sum of the links',
      [...byClass].map(([index, count]) => times(count, itemAt(optics.budgets, index).rate)),
    ),
  };
}
