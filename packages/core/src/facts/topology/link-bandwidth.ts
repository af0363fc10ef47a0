// Bandwidth of the links of a network: what each device has towards the hosts and away from them, and what hosts can send.
import { type Derivation, figure, unknown } from '../../figures/derivation.ts';
import { byteAt, linkDevices, linksText, realAt, unsignedAt } from '../../model/index.ts';
import { isCut, isLost, losesLinks } from '../conditions/scenario.ts';
import { type NetworkInputs, networkName, rateOfLink } from './bandwidth-inputs.ts';
import { noTier } from './topology.ts';

/** Link rates added up. All in bit/s. */
export interface LinkBandwidth {
  /** Towards the hosts, by device. */
  readonly down: Float64Array;
  /** Away from the hosts, by device. */
  readonly up: Float64Array;
  /** What all hosts together can send; undefined where the network links no hosts. */
  readonly sent: number | undefined;
}

/** Adds up the rates of the links of a network that have not failed. */
export function linkBandwidth(inputs: NetworkInputs, network: number): LinkBandwidth {
  const { fabric, topology, losses } = inputs;
  const anyLost = losesLinks(losses);
  const tiers = topology.tiers(network);
  const down = new Float64Array(fabric.devices.count);
  const up = new Float64Array(fabric.devices.count);
  let sent: number | undefined;
  // A network of switches alone has no tiers.
  if (!tiers.some((tier) => tier !== noTier)) return { down, up, sent };
  const devices = linkDevices(fabric);
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    const last = group.first + group.count;
    for (let link = group.first; link < last; link++) {
      const a = unsignedAt(devices.from, link);
      const b = unsignedAt(devices.to, link);
      const tierA = byteAt(tiers, a);
      const tierB = byteAt(tiers, b);
      if (tierA === noTier || tierB === noTier) continue;
      // Hosts that have lost all of their links send nothing, and still count as hosts.
      if (tierA === 0 || tierB === 0) sent ??= 0;
      if (anyLost && (isLost(losses, a) || isLost(losses, b) || isCut(losses, link))) continue;
      const rate = rateOfLink(inputs, link);
      if (tierA === tierB) {
        // Hosts that are linked to each other send at both ends.
        if (tierA === 0 && a !== b) sent = (sent ?? 0) + 2 * rate;
        continue;
      }
      const lower = tierA < tierB ? a : b;
      const upper = tierA < tierB ? b : a;
      up[lower] = realAt(up, lower) + rate;
      down[upper] = realAt(down, upper) + rate;
      if (tierA === 0 || tierB === 0) sent = (sent ?? 0) + rate;
    }
  }
  return { down, up, sent };
}

/** Why the bandwidth of a network is unknown. */
export interface NetworkFault {
  readonly why: string;
  readonly terms?: readonly Derivation[];
}

/** Why the bandwidth of a network is unknown, as where some of its links are missing; undefined where it isn't. */
export function networkFault({ fabric, optics }: NetworkInputs, network: number): NetworkFault | undefined {
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
}

/** What the hosts of a network can send, in bit/s, as a figure. */
export function injectionOf(
  inputs: NetworkInputs,
  network: number,
  { label, sent }: { readonly label: string; readonly sent: number | undefined },
): Derivation {
  const fault = networkFault(inputs, network);
  if (fault !== undefined) return unknown(label, 'bit rate', fault.why, fault.terms);
  return sent === undefined
    ? unknown(label, 'bit rate', `${networkName(inputs.fabric, network)} links no hosts`)
    : figure(label, 'bit rate', sent);
}
