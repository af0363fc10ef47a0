// Which devices of a fabric are alike in type, place and links.
import { type Fabric, fromDevice, rackOfDevice, signedAt, toDevice, unsignedAt } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import type { LinkClasses } from '../classes/link-classes.ts';
import type { LinkBudget } from '../optics/optics.ts';

/** Rounds over the neighbors: enough to distinguish the tiers of a network and the places in them. */
const rounds = 3;

/** Mixes two numbers, so that sums of mixed numbers distinguish sets. */
export function mixed(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0xc2b2ae35, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A number for every class of links, equal for the same network and rate; the path doesn't matter. */
export function linkKinds(links: LinkClasses, budgets: readonly LinkBudget[]): Uint32Array {
  const rates = new Map<number, number>();
  return Uint32Array.from(links.classes, ({ index, group }) => {
    const rate = budgets[index]?.rate.value ?? Number.NaN;
    if (!rates.has(rate)) rates.set(rate, rates.size);
    return mixed((group.network?.index ?? -1) + 2, rates.get(rate) as number);
  });
}

/**
 * A color for every device: equal where devices have the same type and modules, are on the same loop and feeds, and have links
 * of the same kinds to devices of the same colors. One pass over the links a round.
 */
export function deviceColors(
  fabric: Fabric,
  devices: DeviceClasses,
  links: LinkClasses,
  kinds: Uint32Array,
): Uint32Array {
  let colors = new Uint32Array(fabric.devices.count);
  for (let device = 0; device < colors.length; device++) {
    const rack = rackOfDevice(fabric, device);
    const place = rack < 0 ? 0 : mixed(signedAt(fabric.racks.loop, rack) + 2, unsignedAt(fabric.racks.feeds, rack));
    colors[device] = mixed(unsignedAt(devices.of, device) + 1, place);
  }
  for (let round = 0; round < rounds; round++) {
    const next = Uint32Array.from(colors, (color) => Math.imul(color, 31));
    for (let link = 0; link < fabric.links.count; link++) {
      const a = fromDevice(fabric, link);
      const b = toDevice(fabric, link);
      const kind = unsignedAt(kinds, unsignedAt(links.of, link));
      next[a] = unsignedAt(next, a) + mixed(unsignedAt(colors, b), kind);
      next[b] = unsignedAt(next, b) + mixed(unsignedAt(colors, a), kind);
    }
    colors = next;
  }
  return colors;
}
