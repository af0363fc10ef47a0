// What the bandwidth of networks is computed from.
import { type Fabric, unsignedAt } from '../../model/index.ts';
import type { LinkClasses } from '../classes/link-classes.ts';
import type { LinkLosses } from '../conditions/scenario.ts';
import type { OpticsFacts } from '../optics/optics.ts';
import type { ConnectivityFacts } from './connectivity.ts';
import type { TopologyFacts } from './topology.ts';

/** What the bandwidth of networks is computed from. */
export interface NetworkInputs {
  readonly fabric: Fabric;
  readonly links: LinkClasses;
  readonly optics: OpticsFacts;
  readonly topology: TopologyFacts;
  readonly connectivity: ConnectivityFacts;
  readonly losses: LinkLosses;
}

/** The name of a network. */
export function networkName({ networks }: Fabric, network: number): string {
  return networks[network]?.name ?? '';
}

/** Rate of a link in one direction, in bit/s; `NaN` where it is unknown. */
export function rateOfLink({ links, optics }: Pick<NetworkInputs, 'links' | 'optics'>, link: number): number {
  return optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? Number.NaN;
}
