// Striping: whether a switch spreads its links evenly over the switches of the next tier.
import { byteAt, unsignedAt } from '../../model/index.ts';
import type { NetworkGraph } from './network-graph.ts';

/** A switch with more links to one switch of the next tier than to another. */
export interface UnevenStripe {
  readonly device: number;
  readonly most: { readonly device: number; readonly links: number };
  readonly least: { readonly device: number; readonly links: number };
}

/** Whether a network of switches alone has one with more links to one neighbor than to another: without hosts, it has no tiers to stripe over. */
export function isOpenStriping({ devices, isHost, starts, links }: NetworkGraph): boolean {
  if (links === undefined || isHost.includes(1)) return false;
  for (let node = 0; node < devices.length; node++) {
    const first = unsignedAt(starts, node);
    for (let i = first + 1; i < unsignedAt(starts, node + 1); i++)
      if (unsignedAt(links, i) !== unsignedAt(links, first)) return true;
  }
  return false;
}

/** @param tiers hops from the nearest host, by device */
export function unevenStripes(graph: NetworkGraph, tiers: Uint8Array): UnevenStripe[] {
  const { devices, isHost, starts, neighbors, links } = graph;
  const found: UnevenStripe[] = [];
  if (links === undefined) return found;
  for (let node = 0; node < devices.length; node++) {
    if (isHost[node] === 1) continue;
    const device = unsignedAt(devices, node);
    let most = -1;
    let least = -1;
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
      if (tiers[unsignedAt(devices, unsignedAt(neighbors, i))] !== byteAt(tiers, device) + 1) continue;
      if (most < 0 || unsignedAt(links, i) > unsignedAt(links, most)) most = i;
      if (least < 0 || unsignedAt(links, i) < unsignedAt(links, least)) least = i;
    }
    if (most < 0 || links[most] === links[least]) continue;
    const end = (i: number) => ({
      device: unsignedAt(devices, unsignedAt(neighbors, i)),
      links: unsignedAt(links, i),
    });
    found.push({ device, most: end(most), least: end(least) });
  }
  return found;
}
