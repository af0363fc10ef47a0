// From what fails to what is gone with it: a rack takes its devices along, a feed the racks it leaves in the dark.

import { allWell, type Scenario } from '../../facts/scenario.ts';
import {
  deviceOfPort,
  type Fabric,
  type FailingPart,
  firstPortOf,
  type Group,
  isFailingPart,
  nameOf,
  rackOfDevice,
  realAt,
  type Selection,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fedBy, partAt, partName, stopsWithout } from './failing-parts.ts';

/** Things of one family, or parts of one sort, that fail together. */
export interface Loss {
  readonly of: Selection['of'] | FailingPart;
  readonly ids: readonly number[];
}

/** Families whose loss means something. */
const families = ['device', 'rack', 'group', 'network', 'cage', 'port', 'cdu', 'loop', 'branch', 'feed'] as const;
type Family = (typeof families)[number];

/** Whether it is known what follows when something of a family fails. */
export function canFail(of: Selection['of']): of is Family {
  return (families as readonly string[]).includes(of);
}

/** What is left to reckon with when things fail. */
export function scenarioOf(facts: Facts, losses: readonly Loss[]): Scenario {
  const { fabric } = facts;
  const names: string[] = [];
  const cdus = new Set<number>();
  const feeds = new Set<number>();
  const pumps = new Map<number, number>();
  const supplies = new Map<number, number>();
  let devices: Uint8Array | undefined;
  let links: Uint8Array | undefined;
  const stop = (device: number): void => {
    (devices ??= new Uint8Array(fabric.devices.count))[device] = 1;
  };
  for (const { of, ids } of losses) {
    if (isFailingPart(of)) {
      for (const id of ids) names.push(partName(fabric, of, id));
      const owners = ids.map(partAt);
      const lost = of === 'pumps' ? pumps : supplies;
      if (of === 'lasers') {
        const dark = owners.flatMap(({ owner, place }) => fedBy(fabric, owner, place) ?? []);
        cutPorts(fabric, portsOf(fabric, 'cage', dark), (links ??= new Uint8Array(fabric.links.count)));
      } else for (const { owner } of owners) lost.set(owner, (lost.get(owner) ?? 0) + 1);
      continue;
    }
    for (const id of ids) names.push(nameOf(fabric, of, id));
    if (of === 'cdu') for (const id of ids) cdus.add(id);
    else if (of === 'feed') for (const id of ids) feeds.add(id);
    else if (of === 'cage' || of === 'port')
      cutPorts(fabric, portsOf(fabric, of, ids), (links ??= new Uint8Array(fabric.links.count)));
    else for (const device of devicesIn(facts, of, ids)) stop(device);
  }
  if (feeds.size > 0) for (const device of devicesInRacks(fabric, darkRacks(fabric, feeds))) stop(device);
  for (const [device, lost] of supplies) if (stopsWithout(facts, device, lost)) stop(device);
  return { ...allWell, devices, links, cdus, pumps, feeds, names };
}

/** Devices that go with things of a family. */
export function devicesIn(facts: Facts, of: Selection['of'], ids: readonly number[]): Iterable<number> {
  const { fabric } = facts;
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
      return cooledDevices(facts, racksOn(fabric, of, ids));
    case 'feed':
      return devicesInRacks(fabric, darkRacks(fabric, new Set(ids)));
    default:
      return [];
  }
}

/** Racks none of whose feeds is left. */
function darkRacks(fabric: Fabric, feeds: ReadonlySet<number>): Set<number> {
  const dark = new Set<number>();
  const sets = fabric.feedSets.map(({ ids }) => ids.length > 0 && ids.every((id) => feeds.has(id)));
  for (let rack = 0; rack < fabric.racks.count; rack++)
    if (sets[unsignedAt(fabric.racks.feeds, rack)] === true) dark.add(rack);
  return dark;
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

function* devicesInRacks(fabric: Fabric, racks: ReadonlySet<number>): Iterable<number> {
  if (racks.size === 0) return;
  for (let device = 0; device < fabric.devices.count; device++)
    if (racks.has(rackOfDevice(fabric, device))) yield device;
}

/** Devices in racks that can't run without coolant. */
function* cooledDevices({ fabric, devices, heat }: Facts, racks: ReadonlySet<number>): Iterable<number> {
  for (const device of devicesInRacks(fabric, racks)) {
    const liquid = heat.liquid[unsignedAt(devices.of, device)];
    if (liquid === undefined || liquid.value !== 0) yield device;
  }
}

function* devicesInGroups(fabric: Fabric, isHit: (group: Group) => boolean): Iterable<number> {
  for (const block of fabric.blocks) {
    if (block.kind !== 'switch' && block.kind !== 'host') continue;
    let hit = false;
    for (let group = block.group; group !== undefined && !hit; group = group.parent) hit = isHit(group);
    if (hit) for (let i = 0; i < block.count; i++) yield block.first + i;
  }
}

function portsOf(fabric: Fabric, of: 'cage' | 'port', ids: readonly number[]): Set<number> {
  if (of === 'port') return new Set(ids);
  const ports = new Set<number>();
  for (const cage of ids) {
    const end = firstPortOf(fabric, cage + 1);
    for (let port = firstPortOf(fabric, cage); port < end; port++) ports.add(port);
  }
  return ports;
}

function cutPorts({ links }: Fabric, ports: ReadonlySet<number>, cut: Uint8Array): void {
  for (let link = 0; link < links.count; link++)
    if (ports.has(unsignedAt(links.from, link)) || ports.has(unsignedAt(links.to, link))) cut[link] = 1;
}

/** Bandwidth of the links at each device, in bit/s; one that nobody knows counts a little. */
export function linksByDevice({ fabric, links, optics }: Facts): Float64Array {
  const sums = new Float64Array(fabric.devices.count);
  for (let link = 0; link < fabric.links.count; link++) {
    const rate = optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? 0;
    for (const port of [unsignedAt(fabric.links.from, link), unsignedAt(fabric.links.to, link)]) {
      const device = deviceOfPort(fabric, port);
      sums[device] = realAt(sums, device) + (Number.isNaN(rate) ? 1 : rate);
    }
  }
  return sums;
}
