// Questions about a fabric that need no arithmetic.
import type { Block, Fabric, LinkGroup } from './fabric.ts';
import type { Part } from './part.ts';

/** The array a device belongs to. */
export function blockOf(fabric: Fabric, device: number): Block {
  return fabric.blocks[fabric.devices.block[device] as number] as Block;
}

/** The module in a cage. */
export function moduleIn(fabric: Fabric, cage: number): Part<'module'> | undefined {
  const module = fabric.cages.module[cage] as number;
  return module < 0 ? undefined : (fabric.parts[module] as Part<'module'>);
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

/** Whether a block holds switches or hosts. */
export function isDeviceBlock(block: Block): boolean {
  return block.kind === 'switch' || block.kind === 'host';
}
