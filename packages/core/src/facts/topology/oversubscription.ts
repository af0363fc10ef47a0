// Oversubscription of switches: bandwidth towards the hosts over bandwidth away from them.
import { type Derivation, derived, figure, none, unknown } from '../../figures/derivation.ts';
import { blockOf, deviceName, kindOfDevice, numberAt, realAt, unsignedAt } from '../../model/index.ts';
import { type NetworkInputs, networkName } from './bandwidth-inputs.ts';
import { type LinkBandwidth, networkFault } from './link-bandwidth.ts';

/** The switch with the largest ratio of down to up among those that have both, or -1. */
export function worstSwitchOf({ fabric }: NetworkInputs, { down, up }: LinkBandwidth): number {
  let worst = -1;
  let largest = -1;
  for (let device = 0; device < fabric.devices.count; device++) {
    if (kindOfDevice(fabric, device) !== 'switch') continue;
    if (!(realAt(down, device) > 0) || !(realAt(up, device) > 0)) continue;
    const ratio = realAt(down, device) / realAt(up, device);
    if (ratio > largest) [worst, largest] = [device, ratio];
  }
  return worst;
}

/** The oversubscription of a network; see `BandwidthFacts`. */
export function oversubscriptionOf(inputs: NetworkInputs, network: number, linked: LinkBandwidth): Derivation {
  const { fabric } = inputs;
  const name = networkName(fabric, network);
  const label = `oversubscription of ${name}`;
  const fault = networkFault(inputs, network);
  if (fault !== undefined) return unknown(label, 'ratio', fault.why, fault.terms);
  const split = splitRatio(inputs, network, label);
  if (split !== undefined) return split;
  const device = worstSwitchOf(inputs, linked);
  if (device < 0)
    return hasLeavesOnly(inputs, network)
      ? localRatio(label)
      : none(label, 'ratio', `no switch of ${name} has links both towards the hosts and away from them`);
  const [down, up] = [realAt(linked.down, device), realAt(linked.up, device)];
  const { origin } = blockOf(fabric, device);
  const terms = [
    figure(`links of ${deviceName(fabric, device)} towards the hosts`, 'bit rate', down, origin),
    figure(`links of ${deviceName(fabric, device)} away from them`, 'bit rate', up, origin),
  ];
  return derived(label, 'count', 'down ÷ up, worst switch', terms, down / up);
}

/**
 * The ratio of a switch with links towards the hosts only, of a switch with hosts and no others; undefined of any other.
 * @param whole the bandwidth of the links of the network with nothing failed; undefined where nothing has
 */
export function oneWayRatio(
  inputs: NetworkInputs,
  { network, device, label }: { readonly network: number; readonly device: number; readonly label: string },
  { linked, whole }: { readonly linked: LinkBandwidth; readonly whole: Pick<LinkBandwidth, 'up'> | undefined },
): Derivation | undefined {
  if (!(realAt(linked.down, device) > 0) || realAt(linked.up, device) > 0) return undefined;
  if (hasLeavesOnly(inputs, network)) return splitRatio(inputs, network, label) ?? localRatio(label);
  const { devices, isHost, starts, neighbors } = inputs.connectivity.graph(network);
  const node = devices.indexOf(device);
  const around = neighbors.subarray(unsignedAt(starts, node), unsignedAt(starts, node + 1));
  const hadMore = whole !== undefined && realAt(whole.up, device) > 0;
  return hadMore || around.every((other) => isHost[other] === 1) ? splitRatio(inputs, network, label) : undefined;
}

/** The ratio of a network that falls apart, which is infinite; undefined where paths join all hosts. */
function splitRatio({ fabric, connectivity }: NetworkInputs, network: number, label: string): Derivation | undefined {
  const [one, other] = connectivity.hostParts(network);
  if (one === undefined || other === undefined) return undefined;
  const why = `no path joins ${deviceName(fabric, numberAt(one, 0))} and ${deviceName(fabric, numberAt(other, 0))}`;
  const origin = fabric.networks[network]?.origin;
  return { ...derived(label, 'count', why, [], Number.POSITIVE_INFINITY), ...(origin === undefined ? {} : { origin }) };
}

function localRatio(label: string): Derivation {
  return derived(label, 'count', 'no traffic leaves a switch', [], 1);
}

/** Whether a network has switches, and each of them hosts and no switch beside it. */
function hasLeavesOnly({ connectivity }: NetworkInputs, network: number): boolean {
  const { devices, isHost, starts, neighbors } = connectivity.graph(network);
  if (!isHost.includes(0)) return false;
  for (let node = 0; node < devices.length; node++)
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
      if (isHost[unsignedAt(neighbors, i)] === isHost[node]) return false;
  return true;
}
