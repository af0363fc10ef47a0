// Scenarios that a symmetry of the networks maps onto each other: what a network can do is the same in all of them.

import { isLost, type Scenario } from '../../../facts/conditions/scenario.ts';
import { itemAt, linkDevices, unsignedAt } from '../../../model/index.ts';
import { defineAnswer } from '../../answer.ts';
import type { Facts } from '../../facts.ts';
import { reads } from '../../subject-facts.ts';

/** More than twice as many classes as links may have. */
const kindsEnd = 2 ** 26;

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

/**
 * Puts sets of devices together that a symmetry of the networks exchanges: it maps the first device of one onto the first of the other, and
 * so on, and leaves all other devices where they are. So only how many of each class have failed counts, not which: what networks can do is
 * the same. Planes that one template lays are such sets, and so are twins among devices.
 *
 * Two sets are exchanged if their devices are of the same classes and networks, one after the other, and each has links of the same classes
 * to the devices at the same places of its own set, and to the very same devices outside.
 * @returns the places of the sets, class by class, in their order
 */
export function exchangeable(facts: Facts, sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found = new Map<number, { readonly own: Float64Array; readonly places: number[] }[]>();
  for (const [place, set] of sets.entries()) {
    const own = surroundingsOf(facts, set);
    const hash = hashOf(own);
    const alike = found.get(hash) ?? [];
    found.set(hash, alike);
    const known = alike.find((each) => isEqual(each.own, own));
    if (known === undefined) alike.push({ own, places: [place] });
    else known.places.push(place);
  }
  return [...found.values()].flat().map(({ places }) => places);
}

/** All that distinguishes a set of devices from another that takes its place: of each device, its class, its network and its links. */
function surroundingsOf(facts: Facts, set: readonly number[]): Float64Array {
  const { starts, others, kinds } = linksOfDevices(facts);
  const placeIn = new Map(set.map((device, place) => [device, place]));
  const size = set.reduce((all, device) => all + 3 + unsignedAt(starts, device + 1) - unsignedAt(starts, device), 0);
  const own = new Float64Array(size);
  let at = 0;
  for (const device of set) {
    const [first, end] = [unsignedAt(starts, device), unsignedAt(starts, device + 1)];
    own[at++] = unsignedAt(facts.devices.of, device);
    own[at++] = itemAt(facts.fabric.blocks, unsignedAt(facts.fabric.devices.block, device)).group?.network?.index ?? -1;
    own[at++] = end - first;
    const links = own.subarray(at, at + end - first);
    for (let i = first; i < end; i++) {
      const other = unsignedAt(others, i);
      const place = placeIn.get(other);
      // Devices of the set are counted from -1 down, those outside from 0 up.
      links[i - first] = (place === undefined ? other : -1 - place) * kindsEnd + unsignedAt(kinds, i);
    }
    links.sort();
    at += end - first;
  }
  return own;
}

function hashOf(numbers: Float64Array): number {
  let hash = 0;
  for (const each of numbers) hash = (Math.imul(hash, 31) + (each % 2 ** 31)) | 0;
  return hash;
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** The links of a device, to compare: equal texts for equal links to the same devices. */
function linksText({ starts, others, kinds }: DeviceLinks, device: number): string {
  const links: number[] = [];
  for (let i = unsignedAt(starts, device); i < unsignedAt(starts, device + 1); i++)
    links.push(unsignedAt(others, i) * kindsEnd + unsignedAt(kinds, i));
  return links.sort((a, b) => a - b).join();
}

const linksOfDevices = defineAnswer(reads('fabric', 'links'), ({ fabric, links }): DeviceLinks => {
  const { count } = fabric.links;
  const { from, to } = linkDevices(fabric);
  const starts = new Uint32Array(fabric.devices.count + 1);
  for (const end of [from, to])
    for (let link = 0; link < count; link++) {
      const next = unsignedAt(end, link) + 1;
      starts[next] = unsignedAt(starts, next) + 1;
    }
  for (let device = 0; device < fabric.devices.count; device++)
    starts[device + 1] = unsignedAt(starts, device + 1) + unsignedAt(starts, device);
  const next = starts.slice();
  const others = new Uint32Array(2 * count);
  const kinds = new Uint32Array(2 * count);
  const note = (device: number, other: number, kind: number): void => {
    const at = unsignedAt(next, device);
    next[device] = at + 1;
    others[at] = other;
    kinds[at] = kind;
  };
  for (let link = 0; link < count; link++) {
    const kind = 2 * unsignedAt(links.of, link);
    const [a, b] = [unsignedAt(from, link), unsignedAt(to, link)];
    note(a, b, kind);
    note(b, a, kind + 1);
  }
  return { starts, others, kinds };
});
