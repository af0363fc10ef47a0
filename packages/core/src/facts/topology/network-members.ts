// What belongs to a network: the devices in it and those that its links join, and the modules that serve it.

import type { Facts } from '../../answers/facts.ts';
import { devicesIn } from '../../answers/failure/losses.ts';
import { type Derivation, times } from '../../figures/derivation.ts';
import {
  cageOfPort,
  deviceOfCage,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  isPart,
  moduleIn,
  type Part,
  partOfDevice,
  unsignedAt,
} from '../../model/index.ts';
import { cableEndPower } from '../optics/copper.ts';
import { drawnOn, modulePower } from '../power/power.ts';
import { isCut, isLost } from '../scenario.ts';

export interface NetworkMembers {
  /** One flag a device. */
  readonly devices: Uint8Array;
  /** One flag a cage that a link uses. */
  readonly cages: Uint8Array;
}

/** Devices of a network: those that stand in it and those its links join, lost or not. */
export function networkMembers(facts: Facts, network: number): NetworkMembers {
  return facts.once(`members of ${network}`, () => {
    const { fabric } = facts;
    const devices = new Uint8Array(fabric.devices.count);
    const cages = new Uint8Array(fabric.cages.count);
    for (const device of devicesIn(facts, 'network', [network])) devices[device] = 1;
    for (const { network: of, first, count } of fabric.linkGroups) {
      if (of?.index !== network) continue;
      for (const side of [fabric.links.from, fabric.links.to]) {
        for (let link = first; link < first + count; link++) {
          const cage = cageOfPort(fabric, unsignedAt(side, link));
          cages[cage] = 1;
          devices[deviceOfCage(fabric, cage)] = 1;
        }
      }
    }
    return { devices, cages };
  });
}

/** Devices of a network that are left. */
export function* membersLeft(facts: Facts, network: number): Iterable<number> {
  const { devices } = networkMembers(facts, network);
  for (let device = 0; device < devices.length; device++)
    if (devices[device] === 1 && !isLost(facts.scenario, device)) yield device;
}

/** Whether a device is a switch. */
export function isSwitch(fabric: Fabric, device: number): boolean {
  const part = partOfDevice(fabric, device);
  return part !== undefined && isPart(part, 'switch');
}

/** How many modules of each type the hosts of a network have in cages that its links use. */
export function hostModules(facts: Facts, network: number): Map<Part<'module'>, number> {
  const { fabric } = facts;
  const { cages } = networkMembers(facts, network);
  const counts = new Map<Part<'module'>, number>();
  for (const device of membersLeft(facts, network)) {
    if (isSwitch(fabric, device)) continue;
    const end = firstCageOf(fabric, device + 1);
    for (let cage = firstCageOf(fabric, device); cage < end; cage++) {
      const module = cages[cage] === 1 ? moduleIn(fabric, cage) : undefined;
      if (module !== undefined) counts.set(module, (counts.get(module) ?? 0) + 1);
    }
  }
  return counts;
}

/** Power of what the hosts of a network have for it, modules and ends of cables, one term for each type. */
export function hostOpticsPower(facts: Facts, network: number): Derivation[] {
  const { fabric } = facts;
  const ends = new Map<Part<'cable'>, number>();
  for (const { network: of, cable, first, count } of fabric.linkGroups) {
    if (of?.index !== network || cable === undefined) continue;
    for (const side of [fabric.links.from, fabric.links.to]) {
      for (let link = first; link < first + count; link++) {
        const device = deviceOfPort(fabric, unsignedAt(side, link));
        if (!isSwitch(fabric, device) && !isLost(facts.scenario, device)) ends.set(cable, (ends.get(cable) ?? 0) + 1);
      }
    }
  }
  return [
    ...[...hostModules(facts, network)].map(([module, count]) =>
      times(count, modulePower(module, drawnOn(facts.basis))),
    ),
    ...[...ends].map(([cable, count]) => times(count, cableEndPower(cable))),
  ];
}

/** How many links of each class a network has left. */
export function linksLeft(facts: Facts, network: number): Map<number, number> {
  const { fabric, scenario, links } = facts;
  const counts = new Map<number, number>();
  const deviceOf = (port: number): number => deviceOfPort(fabric, port);
  for (const { network: of, first, count } of fabric.linkGroups) {
    if (of?.index !== network) continue;
    for (let link = first; link < first + count; link++) {
      if (
        isCut(scenario, link) ||
        isLost(scenario, deviceOf(unsignedAt(fabric.links.from, link))) ||
        isLost(scenario, deviceOf(unsignedAt(fabric.links.to, link)))
      )
        continue;
      const index = unsignedAt(links.of, link);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  return counts;
}
