// Questions about a fabric that need no arithmetic.
import { itemAt, signedAt, unsignedAt } from './at.ts';
import type { Block, Branch, Fabric, Feed, FeedSet, LinkGroup, Loop, Plug } from './fabric.ts';
import type { Part } from './part.ts';
import { portGroupAt } from './part-queries.ts';

/** The array a device belongs to. */
export function blockOf(fabric: Fabric, device: number): Block {
  return itemAt(fabric.blocks, unsignedAt(fabric.devices.block, device));
}

/** The part of a device; undefined when its type could not be resolved. */
export function partOfDevice(fabric: Fabric, device: number): Part<'switch'> | Part<'host'> | undefined {
  return fabric.parts[signedAt(fabric.devices.part, device)] as Part<'switch'> | Part<'host'> | undefined;
}

/** The part of a rack; undefined when its type could not be resolved. */
export function partOfRack(fabric: Fabric, rack: number): Part<'rack'> | undefined {
  return fabric.parts[signedAt(fabric.racks.part, rack)] as Part<'rack'> | undefined;
}

/** The part of a coolant distribution unit; undefined when its type could not be resolved. */
export function partOfCdu(fabric: Fabric, cdu: number): Part<'cdu'> | undefined {
  return fabric.parts[signedAt(fabric.cdus.part, cdu)] as Part<'cdu'> | undefined;
}

/** The module in a cage. */
export function moduleIn(fabric: Fabric, cage: number): Part<'module'> | undefined {
  const module = signedAt(fabric.cages.module, cage);
  return module < 0 ? undefined : (fabric.parts[module] as Part<'module'>);
}

/** The form factor of a cage. */
export function cagePartOf(fabric: Fabric, cage: number): Part<'cage'> | undefined {
  const device = unsignedAt(fabric.cages.device, cage);
  const part = partOfDevice(fabric, device);
  return part === undefined ? undefined : portGroupAt(part, cage - unsignedAt(fabric.devices.firstCage, device))?.cage;
}

/** The `plug` statement that a cage is in; undefined where it is in none. */
export function plugIn(fabric: Fabric, cage: number): Plug | undefined {
  return fabric.plugs[signedAt(fabric.cages.plug, cage)];
}

/** The device a cage is on. */
export function deviceOfCage(fabric: Fabric, cage: number): number {
  return unsignedAt(fabric.cages.device, cage);
}

/** The cage a port is in. */
export function cageOfPort(fabric: Fabric, port: number): number {
  return unsignedAt(fabric.ports.cage, port);
}

/** The device a port is on. */
export function deviceOfPort(fabric: Fabric, port: number): number {
  return unsignedAt(fabric.cages.device, unsignedAt(fabric.ports.cage, port));
}

/** The first cage of a device; that of the device after the last is the number of cages. */
export function firstCageOf(fabric: Fabric, device: number): number {
  return unsignedAt(fabric.devices.firstCage, device);
}

/** The first port of a cage; that of the cage after the last is the number of ports. */
export function firstPortOf(fabric: Fabric, cage: number): number {
  return unsignedAt(fabric.cages.firstPort, cage);
}

/** The device at the first end of a link. */
export function fromDevice(fabric: Fabric, link: number): number {
  return deviceOfPort(fabric, unsignedAt(fabric.links.from, link));
}

/** The device at the second end of a link. */
export function toDevice(fabric: Fabric, link: number): number {
  return deviceOfPort(fabric, unsignedAt(fabric.links.to, link));
}

/** The devices at both ends of every link. */
export interface LinkDevices {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const linkDevicesOf = new WeakMap<Fabric['links'], LinkDevices>();

/** The devices at both ends of every link, for passes over all of them: looked up once, since the ports of a mesh are far apart in memory. */
export function linkDevices(fabric: Fabric): LinkDevices {
  const { links } = fabric;
  let found = linkDevicesOf.get(links);
  if (found === undefined)
    linkDevicesOf.set(links, (found = { from: devicesAt(fabric, links.from), to: devicesAt(fabric, links.to) }));
  return found;
}

function devicesAt({ ports, cages }: Fabric, ends: Uint32Array): Uint32Array {
  const [cage, device] = [ports.cage, cages.device];
  const found = new Uint32Array(ends.length);
  for (let link = 0; link < ends.length; link++)
    found[link] = unsignedAt(device, unsignedAt(cage, unsignedAt(ends, link)));
  return found;
}

/** Whether a device is a switch or a host. */
export function kindOfDevice(fabric: Fabric, device: number): Block['kind'] {
  return blockOf(fabric, device).kind;
}

/** The rack a device is in, or -1. */
export function rackOfDevice(fabric: Fabric, device: number): number {
  return signedAt(fabric.devices.rack, device);
}

/** Devices rack by rack, ascending in each, and where those of a rack begin. */
interface RackDevices {
  readonly devices: Uint32Array;
  readonly starts: Uint32Array;
}

const rackDevicesOf = new WeakMap<Fabric['devices']['rack'], RackDevices>();

/** The devices in a rack, ascending: looked up once, since each of thousands of racks asks for its own of as many devices. */
export function devicesOfRack(fabric: Fabric, rack: number): Uint32Array {
  const { rack: racks } = fabric.devices;
  let found = rackDevicesOf.get(racks);
  if (found === undefined) rackDevicesOf.set(racks, (found = devicesByRack(racks, fabric.racks.count)));
  return found.devices.subarray(found.starts[rack], found.starts[rack + 1]);
}

function devicesByRack(racks: Int32Array, count: number): RackDevices {
  const starts = new Uint32Array(count + 1);
  for (const rack of racks) if (rack >= 0) starts[rack + 1] = unsignedAt(starts, rack + 1) + 1;
  for (let rack = 0; rack < count; rack++) starts[rack + 1] = unsignedAt(starts, rack + 1) + unsignedAt(starts, rack);
  const next = starts.slice();
  const devices = new Uint32Array(unsignedAt(starts, count));
  for (let device = 0; device < racks.length; device++) {
    const rack = signedAt(racks, device);
    if (rack < 0) continue;
    const at = unsignedAt(next, rack);
    devices[at] = device;
    next[rack] = at + 1;
  }
  return { devices, starts };
}

/** The array a rack belongs to. */
export function blockOfRack(fabric: Fabric, rack: number): Block {
  return itemAt(fabric.blocks, unsignedAt(fabric.racks.block, rack));
}

/** The coolant loop a rack is on; undefined where it is on none. */
export function loopOfRack(fabric: Fabric, rack: number): Loop | undefined {
  return fabric.loops[signedAt(fabric.racks.loop, rack)];
}

/** The branch a rack is on; undefined where it is on its loop directly, or on none. */
export function branchOfRack(fabric: Fabric, rack: number): Branch | undefined {
  return fabric.branches[signedAt(fabric.racks.branch, rack)];
}

/** The feeds that supply a rack. */
export function feedsOfRack(fabric: Fabric, rack: number): FeedSet {
  return itemAt(fabric.feedSets, unsignedAt(fabric.racks.feeds, rack));
}

/** What supplies a feed, a UPS or a PDU. */
export function feedsOfFeed(fabric: Fabric, { feeds }: Feed): FeedSet {
  return itemAt(fabric.feedSets, feeds);
}

/** How many feeds of a set must remain: one, or all but those that may fail. */
export function feedsLeft({ ids, redundancy }: FeedSet): number {
  if (redundancy === undefined) return 1;
  const spare = 'mirrored' in redundancy ? Math.floor(ids.length / 2) : redundancy.spare;
  return Math.max(1, ids.length - spare);
}

/** The rack a CDU is mounted in, or -1. */
export function rackOfCdu(fabric: Fabric, cdu: number): number {
  return signedAt(fabric.cdus.rack, cdu);
}

/** The feeds that supply a CDU: its own, or those of the rack it is mounted in. */
export function feedsOfCdu(fabric: Fabric, cdu: number): FeedSet {
  const rack = rackOfCdu(fabric, cdu);
  const own = itemAt(fabric.feedSets, unsignedAt(fabric.cdus.feeds, cdu));
  return own.ids.length > 0 || rack < 0 ? own : feedsOfRack(fabric, rack);
}

/** Whether a CDU draws from the rack it is mounted in, not from feeds of its own. */
export function drawsFromRack(fabric: Fabric, cdu: number): boolean {
  return rackOfCdu(fabric, cdu) >= 0 && itemAt(fabric.feedSets, unsignedAt(fabric.cdus.feeds, cdu)).ids.length === 0;
}

/** The row a rack is in, counted from 1; 0 where it is unknown. */
export function rowOfRack(fabric: Fabric, rack: number): number {
  return signedAt(fabric.racks.row, rack);
}

/** The position of a rack in its row, or 0 when unknown. */
export function positionOfRack(fabric: Fabric, rack: number): number {
  return signedAt(fabric.racks.position, rack);
}

/** The statement a link came from. Groups are in link order, so a binary search finds it. */
export function groupOfLink(fabric: Fabric, link: number): LinkGroup {
  let low = 0;
  let high = fabric.linkGroups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (itemAt(fabric.linkGroups, middle).first <= link) low = middle;
    else high = middle - 1;
  }
  return itemAt(fabric.linkGroups, low);
}

/** Links with something else about them. A spread would leave out what a link computes when it is asked. */
export function linkGroupWith(group: LinkGroup, changes: Partial<LinkGroup>): LinkGroup {
  const { network, pattern, from, to, fiber, cable, medium, path, unknowns, isIncomplete, mediumOrigin } = group;
  const { index, readAt, first, count, fault, unlinked, alike, declaration, origin } = group;
  return {
    ...{ index, network, group: group.group, pattern, from, to, fiber, cable, medium, mediumOrigin, readAt },
    ...{ first, count, fault, unlinked, alike, declaration, origin },
    ...(path === undefined ? {} : { path }),
    ...(unknowns === undefined ? {} : { unknowns }),
    ...(isIncomplete === undefined ? {} : { isIncomplete }),
    ...changes,
  };
}

/** The two sides of a statement: `leaf.up to spine.down`, or `router.fabric` where one side is linked to itself. */
export function sidesText({ from, to }: Pick<LinkGroup, 'from' | 'to'>): string {
  return from === to ? from.text : `${from.text} to ${to.text}`;
}

/** `links from leaf.up to spine.down`, or `links among router.fabric`. */
export function linksText(group: Pick<LinkGroup, 'from' | 'to'>): string {
  return `links ${group.from === group.to ? 'among' : 'from'} ${sidesText(group)}`;
}

/** Whether a block holds switches or hosts. */
export function isDeviceBlock(block: Block): boolean {
  return block.kind === 'switch' || block.kind === 'host';
}

/** The channel of a port, counted from 0 in its cage. */
export function channelOfPort(fabric: Fabric, port: number): number {
  return port - firstPortOf(fabric, cageOfPort(fabric, port));
}
