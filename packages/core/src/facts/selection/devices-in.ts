// Devices that belong to what a selection names, or stop with it.
import {
  devicesOfRack,
  drawsFromRack,
  type Fabric,
  feedsOfCdu,
  type Group,
  rackOfCdu,
  rackOfDevice,
  type Selection,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import type { HeatFacts } from '../cooling/heat.ts';

/** What decides which devices belong to a selection. */
export interface DevicesInInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly heat: HeatFacts;
}

/** Devices that belong to things of a family, or stop with them. */
export function devicesIn(inputs: DevicesInInputs, of: Selection['of'], ids: readonly number[]): Iterable<number> {
  const { fabric } = inputs;
  switch (of) {
    case 'device':
      return ids;
    case 'rack':
      return devicesInRacks(fabric, new Set(ids));
    case 'group':
    case 'network':
      return devicesInGroups(fabric, (group) =>
        of === 'group' ? ids.includes(group.index) : group.network !== undefined && ids.includes(group.network.index),
      );
    case 'loop':
    case 'branch':
      return cooledDevices(inputs, racksOn(fabric, of, ids));
    case 'feed':
      return devicesInRacks(fabric, darkRacks(fabric, feedsWithout(fabric, ids)));
    default:
      return [];
  }
}

/** Feeds that are lost with some: those, and UPSs and PDUs that nothing supplies any more. */
export function feedsWithout({ feeds, feedSets }: Fabric, lost: Iterable<number>): Set<number> {
  const found = new Set(lost);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { index, feeds: set } of feeds) {
      const ids = feedSets[set]?.ids ?? [];
      if (ids.length > 0 && ids.every((id) => found.has(id))) found.add(index);
    }
  }
  return found;
}

/** Racks that have lost all their feeds. */
export function darkRacks(fabric: Fabric, feeds: ReadonlySet<number>): Set<number> {
  const dark = new Set<number>();
  const sets = fabric.feedSets.map(({ ids }) => ids.length > 0 && ids.every((id) => feeds.has(id)));
  for (let rack = 0; rack < fabric.racks.count; rack++)
    if (sets[unsignedAt(fabric.racks.feeds, rack)] === true) dark.add(rack);
  return dark;
}

/** CDUs that stop: with all feeds of their own, or with the rack that feeds them. */
export function cdusWithout(fabric: Fabric, dark: ReadonlySet<number>, feeds: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    const { ids } = feedsOfCdu(fabric, cdu);
    const isUnfed = ids.length > 0 && ids.every((id) => feeds.has(id));
    if (isUnfed || (drawsFromRack(fabric, cdu) && dark.has(rackOfCdu(fabric, cdu)))) found.push(cdu);
  }
  return found;
}

/** Racks on loops, or on branches and on those that take their outlet. */
function racksOn(fabric: Fabric, of: 'loop' | 'branch', ids: readonly number[]): Set<number> {
  const racks = new Set<number>();
  const downstream = (branch: number): boolean => {
    for (let each = branch; each >= 0; each = fabric.branches[each]?.after ?? -1) if (ids.includes(each)) return true;
    return false;
  };
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const hit =
      of === 'loop' ? ids.includes(signedAt(fabric.racks.loop, rack)) : downstream(signedAt(fabric.racks.branch, rack));
    if (hit) racks.add(rack);
  }
  return racks;
}

export function* devicesInRacks(fabric: Fabric, racks: ReadonlySet<number>): Iterable<number> {
  const [first] = racks;
  if (first === undefined) return;
  if (racks.size === 1) {
    yield* devicesOfRack(fabric, first);
    return;
  }
  for (let device = 0; device < fabric.devices.count; device++)
    if (racks.has(rackOfDevice(fabric, device))) yield device;
}

/** Devices in racks that can't run without coolant. */
function* cooledDevices({ fabric, devices, heat }: DevicesInInputs, racks: ReadonlySet<number>): Iterable<number> {
  for (const device of devicesInRacks(fabric, racks)) {
    const liquid = heat.liquid[unsignedAt(devices.of, device)];
    if (liquid === undefined || liquid.value !== 0) yield device;
  }
}

/** Devices in groups, or in groups within these. */
export function* devicesInGroups(fabric: Fabric, isHit: (group: Group) => boolean): Iterable<number> {
  for (const block of fabric.blocks) {
    if (block.kind !== 'switch' && block.kind !== 'host') continue;
    let hit = false;
    for (let group = block.group; group !== undefined && !hit; group = group.parent) hit = isHit(group);
    if (hit) for (let i = 0; i < block.count; i++) yield block.first + i;
  }
}
