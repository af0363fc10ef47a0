// Questions about a fabric that need no arithmetic.
import type { Block, Fabric, LinkGroup } from './fabric.ts';
import type { Part } from './part.ts';
import { portGroupAt } from './part-queries.ts';

/** The array a device belongs to. */
export function blockOf(fabric: Fabric, device: number): Block {
  return fabric.blocks[fabric.devices.block[device] as number] as Block;
}

/** The part of a device; undefined when its type could not be resolved. */
export function partOfDevice(fabric: Fabric, device: number): Part<'switch'> | Part<'host'> | undefined {
  return fabric.parts[fabric.devices.part[device] as number] as Part<'switch'> | Part<'host'> | undefined;
}

/** The part of a rack; undefined when its type could not be resolved. */
export function partOfRack(fabric: Fabric, rack: number): Part<'rack'> | undefined {
  return fabric.parts[fabric.racks.part[rack] as number] as Part<'rack'> | undefined;
}

/** The part of a coolant distribution unit; undefined when its type could not be resolved. */
export function partOfCdu(fabric: Fabric, cdu: number): Part<'cdu'> | undefined {
  return fabric.parts[fabric.cdus.part[cdu] as number] as Part<'cdu'> | undefined;
}

/** The module in a cage. */
export function moduleIn(fabric: Fabric, cage: number): Part<'module'> | undefined {
  const module = fabric.cages.module[cage] as number;
  return module < 0 ? undefined : (fabric.parts[module] as Part<'module'>);
}

/** The form factor of a cage. */
export function cagePartOf(fabric: Fabric, cage: number): Part<'cage'> | undefined {
  const device = fabric.cages.device[cage] as number;
  const part = partOfDevice(fabric, device);
  return part === undefined ? undefined : portGroupAt(part, cage - (fabric.devices.firstCage[device] as number))?.cage;
}

/** The device a port is on. */
export function deviceOfPort(fabric: Fabric, port: number): number {
  return fabric.cages.device[fabric.ports.cage[port] as number] as number;
}

/** The PMD of a logical port, by its place among the channels of the module. */
export function opticsOf(fabric: Fabric, port: number): Part<'optics'> | undefined {
  const cage = fabric.ports.cage[port] as number;
  let channel = port - (fabric.cages.firstPort[cage] as number);
  for (const each of moduleIn(fabric, cage)?.values.channels?.value ?? []) {
    if (channel < each.count) return each.part;
    channel -= each.count;
  }
  return undefined;
}

/** The statement a link came from. Groups stand in link order, so a binary search finds it. */
export function groupOfLink(fabric: Fabric, link: number): LinkGroup {
  let low = 0;
  let high = fabric.linkGroups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((fabric.linkGroups[middle] as LinkGroup).first <= link) low = middle;
    else high = middle - 1;
  }
  return fabric.linkGroups[low] as LinkGroup;
}

/** What a statement links: `leaf.up to spine.down`, or `router.fabric` where one side is linked to itself. */
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
