// What belongs to a network: the devices in it and those that its links join, and the modules that serve it.

import { type Derivation, times } from '../../figures/derivation.ts';
import {
  cageOfPort,
  deviceOfCage,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  fromDevice,
  isPart,
  moduleIn,
  type Part,
  partOfDevice,
  toDevice,
  unsignedAt,
} from '../../model/index.ts';
import type { LinkClasses } from '../classes/link-classes.ts';
import { type Basis, powerBasisOf } from '../conditions/basis.ts';
import { isCut, isLost, type LinkLosses } from '../conditions/scenario.ts';
import { cableEndPower, modulePower } from '../parts/part-power.ts';
import { devicesInGroups } from './devices-in.ts';

export interface NetworkMembers {
  /** One flag a device. */
  readonly devices: Uint8Array;
  /** One flag a cage that a link uses. */
  readonly cages: Uint8Array;
}

/** Devices of a network: those that are in it and those that its links join, failed or not. */
export function membersOf(fabric: Fabric, network: number): NetworkMembers {
  const devices = new Uint8Array(fabric.devices.count);
  const cages = new Uint8Array(fabric.cages.count);
  for (const device of devicesInGroups(fabric, (group) => group.network?.index === network)) devices[device] = 1;
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
}

/** The members of several networks together, each once. */
export function mergedMembers(each: readonly NetworkMembers[]): NetworkMembers {
  const [first, ...others] = each as [NetworkMembers, ...NetworkMembers[]];
  const [devices, cages] = [first.devices.slice(), first.cages.slice()];
  for (const other of others) {
    for (let i = 0; i < devices.length; i++) if (other.devices[i] === 1) devices[i] = 1;
    for (let i = 0; i < cages.length; i++) if (other.cages[i] === 1) cages[i] = 1;
  }
  return { devices, cages };
}

/** What is counted of a network. */
export interface MemberInputs {
  readonly fabric: Fabric;
  readonly losses: LinkLosses;
  readonly members: NetworkMembers;
}

/** Devices of a network that still run. */
export function* runningMembers({ losses, members: { devices } }: Omit<MemberInputs, 'fabric'>): Iterable<number> {
  for (let device = 0; device < devices.length; device++)
    if (devices[device] === 1 && !isLost(losses, device)) yield device;
}

/** Whether a device is a switch. */
export function isSwitch(fabric: Fabric, device: number): boolean {
  const part = partOfDevice(fabric, device);
  return part !== undefined && isPart(part, 'switch');
}

/** How many modules of each type the hosts of a network have in cages that its links use. */
export function modulesOfHosts(inputs: MemberInputs): Map<Part<'module'>, number> {
  const { fabric, members } = inputs;
  const { cages } = members;
  const counts = new Map<Part<'module'>, number>();
  for (const device of runningMembers(inputs)) {
    if (isSwitch(fabric, device)) continue;
    const end = firstCageOf(fabric, device + 1);
    for (let cage = firstCageOf(fabric, device); cage < end; cage++) {
      const module = cages[cage] === 1 ? moduleIn(fabric, cage) : undefined;
      if (module !== undefined) counts.set(module, (counts.get(module) ?? 0) + 1);
    }
  }
  return counts;
}

/** Power of what the hosts of networks have for them, modules and ends of cables, one term for each type. */
export function opticsPowerOfHosts(
  inputs: MemberInputs & { readonly basis: Basis },
  networks: readonly number[],
): readonly Derivation[] {
  const { fabric, losses } = inputs;
  const ends = new Map<Part<'cable'>, number>();
  for (const { network: of, cable, first, count } of fabric.linkGroups) {
    if (of === undefined || !networks.includes(of.index) || cable === undefined) continue;
    for (const side of [fabric.links.from, fabric.links.to]) {
      for (let link = first; link < first + count; link++) {
        const device = deviceOfPort(fabric, unsignedAt(side, link));
        if (!isSwitch(fabric, device) && !isLost(losses, device)) ends.set(cable, (ends.get(cable) ?? 0) + 1);
      }
    }
  }
  return [
    ...[...modulesOfHosts(inputs)].map(([module, count]) =>
      times(count, modulePower(module, powerBasisOf(inputs.basis))),
    ),
    ...[...ends].map(([cable, count]) => times(count, cableEndPower(cable))),
  ];
}

/** How many links of each class of a network still work. */
export function workingLinks(
  { fabric, losses, links }: Omit<MemberInputs, 'members'> & { readonly links: LinkClasses },
  network: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { network: of, first, count } of fabric.linkGroups) {
    if (of?.index !== network) continue;
    for (let link = first; link < first + count; link++) {
      if (isCut(losses, link) || isLost(losses, fromDevice(fabric, link)) || isLost(losses, toDevice(fabric, link)))
        continue;
      const index = unsignedAt(links.of, link);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  return counts;
}
