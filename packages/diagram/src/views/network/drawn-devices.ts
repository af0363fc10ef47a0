// The devices of a drawing of networks, and their tiers.
import { byteAt, type Facts, fromDevice, isDeviceBlock, noTier, toDevice } from '@lightloom/core';
import type { NetworkSketch } from './sketch.ts';

/** One flag a device: declared in a network that is drawn, linked by it, or selected. */
export function drawnDevices({ fabric }: Facts, { networks, devices }: NetworkSketch): Uint8Array {
  if (networks === undefined) return devices ?? new Uint8Array(fabric.devices.count).fill(1);
  const drawn = new Uint8Array(fabric.devices.count);
  for (const { group, first, count } of fabric.blocks.filter(isDeviceBlock)) {
    if (group?.network !== undefined && networks.has(group.network.index)) drawn.fill(1, first, first + count);
  }
  for (const { network, first, count } of fabric.linkGroups) {
    if (network === undefined || !networks.has(network.index)) continue;
    for (let link = first; link < first + count; link++) {
      drawn[fromDevice(fabric, link)] = 1;
      drawn[toDevice(fabric, link)] = 1;
    }
  }
  return drawn;
}

/** Hops from the hosts over all networks drawn, by device; `noTier` when no host can be reached. */
export function tiersOf(facts: Facts, networks: readonly number[]): Uint8Array {
  const tiers = new Uint8Array(facts.fabric.devices.count).fill(noTier);
  for (const network of networks) {
    const own = facts.topology.tiers(network);
    for (let device = 0; device < tiers.length; device++)
      tiers[device] = Math.min(byteAt(tiers, device), byteAt(own, device));
  }
  return tiers;
}
