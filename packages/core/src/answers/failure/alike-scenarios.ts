// Scenarios that a symmetry of the networks maps onto each other: what a network can do is the same in all of them.

import { isLost, type Scenario } from '../../facts/conditions/scenario.ts';
import { fromDevice, numberAt, toDevice, unsignedAt } from '../../model/index.ts';
import { defineAnswer } from '../answer.ts';
import type { Facts } from '../facts.ts';
import { reads } from '../subject-facts.ts';

/** The links at each device: those of device i are from `starts[i]` up to `starts[i + 1]`. */
interface DeviceLinks {
  readonly starts: Uint32Array;
  /** The device at the other end. */
  readonly others: Uint32Array;
  /** Twice the class of the link, and one at its `to`. */
  readonly kinds: Uint32Array;
}

/**
 * Distinguishes scenarios by what they leave of the networks.
 *
 * Devices of one class whose links are of the same classes, to the very same devices, are twins: exchanging two of them changes nothing
 * else, so that only the number of twins that have failed counts, not which. That is a proof for what depends on devices and links
 * alone, as facts of whole networks do, not for what depends on racks.
 * @returns equal keys for scenarios with equal networks; undefined of one that isn't made of failed devices alone
 */
export function networkKeys(facts: Facts): (scenario: Scenario) => string | undefined {
  const { of } = facts.devices;
  const numbers = new Map<string, number>();
  const known = new Map<number, number>();
  const twinsOf = (device: number): number => {
    let found = known.get(device);
    if (found === undefined) {
      const text = `${unsignedAt(of, device)} ${linksText(linksOfDevices(facts), device)}`;
      if (!numbers.has(text)) numbers.set(text, numbers.size);
      known.set(device, (found = numbers.get(text) as number));
    }
    return found;
  };
  return (scenario) => {
    if (scenario.devices === undefined || scenario.links !== undefined) return undefined;
    const lost: number[] = [];
    for (let device = 0; device < scenario.devices.length; device++)
      if (isLost(scenario, device)) lost.push(twinsOf(device));
    return lost.sort((a, b) => a - b).join();
  };
}

/** The links of a device, to compare: equal texts for equal links to the same devices. */
function linksText({ starts, others, kinds }: DeviceLinks, device: number): string {
  const links: number[] = [];
  for (let i = unsignedAt(starts, device); i < unsignedAt(starts, device + 1); i++)
    links.push(unsignedAt(others, i) * 2 ** 21 + unsignedAt(kinds, i));
  return links.sort((a, b) => a - b).join();
}

const linksOfDevices = defineAnswer(reads('fabric', 'links'), ({ fabric, links }): DeviceLinks => {
  const { count } = fabric.links;
  const starts = new Uint32Array(fabric.devices.count + 1);
  for (const end of [fromDevice, toDevice])
    for (let link = 0; link < count; link++) {
      const next = end(fabric, link) + 1;
      starts[next] = unsignedAt(starts, next) + 1;
    }
  for (let device = 0; device < fabric.devices.count; device++)
    starts[device + 1] = unsignedAt(starts, device + 1) + unsignedAt(starts, device);
  const next = starts.slice();
  const others = new Uint32Array(2 * count);
  const kinds = new Uint32Array(2 * count);
  for (let link = 0; link < count; link++) {
    const ends = [fromDevice(fabric, link), toDevice(fabric, link)];
    for (const side of [0, 1]) {
      const device = numberAt(ends, side);
      const at = unsignedAt(next, device);
      next[device] = at + 1;
      others[at] = numberAt(ends, 1 - side);
      kinds[at] = 2 * unsignedAt(links.of, link) + side;
    }
  }
  return { starts, others, kinds };
});
