// Bandwidth of networks, always counted in one direction.
import { type Derivation, derived, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import { type NetworkInputs, networkName } from './bandwidth-inputs.ts';
import { bisectionOf, type HalvedNetwork } from './bisection/bisection.ts';
import { halvedAfterLosses, halvedPlanes } from './halved-planes.ts';
import { injectionOf, type LinkBandwidth, linkBandwidth, networkFault } from './link-bandwidth.ts';
import { oneWayRatio, oversubscriptionOf, worstSwitchOf } from './oversubscription.ts';

export interface BandwidthFacts {
  /** Bandwidth of a device's links in a network, towards the hosts and away from them, by device in bit/s. */
  linked(network: number): Pick<LinkBandwidth, 'down' | 'up'>;
  /**
   * Largest ratio of down to up among the switches of a network that have both. Infinite where no path joins some hosts, one
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
  /** Bandwidth between two halves of a network, in bit/s one direction: the least over all cuts that halve each of its planes. */
  bisection(network: number): Derivation;
  /** The same plane by plane. */
  planes(network: number): HalvedNetwork;
  /** Half of what the hosts can inject with nothing failed, in bit/s. */
  fullBisection(network: number): Derivation;
}

/** What the bandwidth of networks is computed from. */
export interface BandwidthInputs extends NetworkInputs {
  /** The bandwidth with nothing failed; undefined where nothing has. */
  readonly whole: BandwidthFacts | undefined;
}

/** Bandwidth of the networks of a fabric. */
export function bandwidthFacts(inputs: BandwidthInputs): BandwidthFacts {
  const { fabric, whole } = inputs;
  const linked = remembered((network: number) => linkBandwidth(inputs, network));
  const planes = remembered((network: number): HalvedNetwork => {
    if (networkFault(inputs, network) !== undefined) return { planes: [], partOf: [], differ: false };
    return whole === undefined ? halvedPlanes(inputs, network) : halvedAfterLosses(inputs, whole.planes(network));
  });
  const injection = (network: number, label: string): Derivation =>
    injectionOf(inputs, network, { label, sent: linked(network).sent });
  const unjudged = (network: number, label: string, dimension: 'ratio' | 'bit rate'): Derivation | undefined => {
    const fault = networkFault(inputs, network);
    return fault === undefined ? undefined : unknown(label, dimension, fault.why, fault.terms);
  };
  return {
    linked,
    planes,
    worstSwitch: (network) => worstSwitchOf(inputs, linked(network)),
    unjudged: (network, label) => unjudged(network, label, 'ratio'),
    oneWay: (network, device, label) =>
      oneWayRatio(inputs, { network, device, label }, { linked: linked(network), whole: whole?.linked(network) }),
    oversubscription: (network) => oversubscriptionOf(inputs, network, linked(network)),
    injection: (network) => injection(network, `injection of the hosts of ${networkName(fabric, network)}`),
    bisection(network) {
      const name = networkName(fabric, network);
      const label = `bisection of ${name}`;
      return unjudged(network, label, 'bit rate') ?? bisectionOf(fabric, name, label, planes(network));
    },
    fullBisection(network) {
      if (whole !== undefined) return whole.fullBisection(network);
      const all = injection(network, 'injection with nothing failed');
      return derived(
        `full bisection of ${networkName(fabric, network)}`,
        'bit rate',
        'injection ÷ 2',
        [all],
        all.value / 2,
      );
    },
  };
}
