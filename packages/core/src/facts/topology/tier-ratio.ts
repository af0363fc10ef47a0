// Oversubscription tier by tier: what the switches of a tier have towards the hosts over what they have away from them.

import { type Derivation, derived, figure } from '../../figures/derivation.ts';
import { blockOf, byteAt, deviceName, type Fabric, realAt } from '../../model/index.ts';
import type { BandwidthFacts } from './bandwidth.ts';
import { noTier, type TopologyFacts } from './topology.ts';

/** The switches of one tier of a network. */
export interface TierRatio {
  /** Hops from the nearest host: leaves 1. */
  readonly tier: number;
  /** Names of the arrays in it, as `leaf`. */
  readonly names: readonly string[];
  readonly switches: number;
  /** The largest ratio of one switch, and whose it is. */
  readonly worst: Derivation;
  readonly worstSwitch: number;
  /** All links down over all links up. */
  readonly whole: Derivation;
}

/** What the ratios of tiers are computed from. */
export interface TierInputs {
  readonly fabric: Fabric;
  readonly bandwidth: BandwidthFacts;
  readonly topology: TopologyFacts;
}

interface Tier {
  readonly names: Set<string>;
  switches: number;
  down: number;
  up: number;
  worst: number;
  ratio: number;
}

/**
 * Down ÷ up of each tier that has links up and down, the one next to the hosts first. Empty where the network has no tiers, or
 * where its oversubscription is unknown.
 */
export function tierRatiosOf({ fabric, bandwidth, topology }: TierInputs, network: number): readonly TierRatio[] {
  if (Number.isNaN(bandwidth.oversubscription(network).value)) return [];
  const { down, up } = bandwidth.linked(network);
  const tierOf = topology.tiers(network);
  const tiers = new Map<number, Tier>();
  for (let device = 0; device < fabric.devices.count; device++) {
    const [own, away] = [realAt(down, device), realAt(up, device)];
    const at = byteAt(tierOf, device);
    if (at === 0 || at === noTier || own + away === 0) continue;
    let tier = tiers.get(at);
    if (tier === undefined)
      tiers.set(at, (tier = { names: new Set(), switches: 0, down: 0, up: 0, worst: -1, ratio: -1 }));
    tier.names.add(blockOf(fabric, device).name);
    tier.switches++;
    tier.down += own;
    tier.up += away;
    if (away > 0 && own / away > tier.ratio) [tier.worst, tier.ratio] = [device, own / away];
  }
  const name = fabric.networks[network]?.name ?? '';
  const ratio = (label: string, of: string, own: number, away: number): Derivation =>
    derived(
      label,
      'count',
      'down ÷ up',
      [
        figure(`links of ${of} towards the hosts`, 'bit rate', own),
        figure(`links of ${of} away from them`, 'bit rate', away),
      ],
      own / away,
    );
  return [...tiers]
    .filter(([, { up: away, worst }]) => away > 0 && worst >= 0)
    .sort(([a], [b]) => a - b)
    .map(([tier, { names, switches, down: own, up: away, worst }]) => {
      const label = `oversubscription of tier ${tier} of ${name}`;
      const [ownDown, ownUp] = [realAt(down, worst), realAt(up, worst)];
      return {
        tier,
        names: [...names],
        switches,
        worstSwitch: worst,
        worst: ratio(`${label}, worst switch`, deviceName(fabric, worst), ownDown, ownUp),
        whole: ratio(label, `its ${switches} switches`, own, away),
      };
    });
}
