// Networks and their tiers in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities } from '../../json/quantity.ts';

/** Each network with its figures, tier by tier. */
export function jsonNetworks({ networks }: DesignReport) {
  return networks.map(({ network, switches, hosts, links, tiers, ...facts }) => ({
    name: network.name,
    kind: network.kind,
    switches,
    hosts,
    links,
    ...jsonQuantities(facts),
    tiers: tiers.map(({ tier, names, switches: count, worst, whole }) => ({
      tier,
      names,
      switches: count,
      ...jsonQuantities({ worst, whole }),
    })),
  }));
}
