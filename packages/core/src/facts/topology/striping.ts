// Striping: whether a switch spreads its links evenly over the switches of the next tier.
import type { NetworkGraph } from './network-graph.ts';

/** A switch with more links to one switch of the next tier than to another. */
export interface UnevenStripe {
  readonly device: number;
  readonly most: { readonly device: number; readonly links: number };
  readonly least: { readonly device: number; readonly links: number };
}

/** @param tiers hops from the nearest host, by device */
export function unevenStripes(graph: NetworkGraph, tiers: Uint8Array): UnevenStripe[] {
  const { devices, isHost, starts, neighbors, links } = graph;
  const found: UnevenStripe[] = [];
  for (let node = 0; node < devices.length; node++) {
    if (isHost[node] === 1) continue;
    const device = devices[node] as number;
    let most = -1;
    let least = -1;
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i++) {
      if (tiers[devices[neighbors[i] as number] as number] !== (tiers[device] as number) + 1) continue;
      if (most < 0 || (links[i] as number) > (links[most] as number)) most = i;
      if (least < 0 || (links[i] as number) < (links[least] as number)) least = i;
    }
    if (most < 0 || links[most] === links[least]) continue;
    const end = (i: number) => ({
      device: devices[neighbors[i] as number] as number,
      links: links[i] as number,
    });
    found.push({ device, most: end(most), least: end(least) });
  }
  return found;
}
