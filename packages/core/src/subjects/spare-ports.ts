// Ports for links that can't be laid: those that are taken already, and free ones of the same devices.
import { type Facts, linkOfPort } from '../answers/index.ts';
import {
  deviceOfPort,
  type Fabric,
  firstCageOf,
  type LinkGroup,
  portName,
  signedAt,
  unsignedAt,
} from '../model/index.ts';
import { printCount } from '../units/index.ts';

/** A sentence about the ports of a statement that have links already; empty where none has. */
export function takenPortsText(facts: Facts, { unlinked }: LinkGroup): string {
  const linkOf = linkOfPort(facts);
  const ports = [...(unlinked?.from ?? []), ...(unlinked?.to ?? [])];
  const taken = ports.filter((port) => signedAt(linkOf, port) >= 0);
  const [first] = taken;
  if (first === undefined) return '';
  const [name, more] = [portName(facts.fabric, first), taken.length > 1 ? ', …' : ''];
  return ` ${printCount(taken.length, 'of its ports has a link', 'of its ports have links')} of another statement already (${name}${more}).`;
}

/**
 * An alternative to fewer devices: more ports of each device of the second side.
 * @param needed how many each device must have
 * @returns empty where a device hasn't so many that are selected or free and hold a module
 */
export function morePortsText(facts: Facts, { to, unlinked }: LinkGroup, needed: number): string {
  const devices = new Set([...(unlinked?.to ?? [])].map((port) => deviceOfPort(facts.fabric, port)));
  if (devices.size === 0) return '';
  const selected = new Set(unlinked?.to);
  for (const device of devices) if (usable(facts, device, selected) < needed) return '';
  return ` Or select more ports of ${to.text}: ${needed} of each device, which has them free.`;
}

/** Ports of a device with a module, that are selected or have no link. */
function usable(facts: Facts, device: number, selected: ReadonlySet<number>): number {
  const { fabric } = facts;
  const linkOf = linkOfPort(facts);
  const [first, end] = [firstPortOf(fabric, device), firstPortOf(fabric, device + 1)];
  let count = 0;
  for (let port = first; port < end; port++)
    if (selected.has(port) || (signedAt(linkOf, port) < 0 && hasModule(fabric, port))) count++;
  return count;
}

function firstPortOf(fabric: Fabric, device: number): number {
  return unsignedAt(fabric.cages.firstPort, firstCageOf(fabric, device));
}

function hasModule(fabric: Fabric, port: number): boolean {
  return signedAt(fabric.cages.plug, unsignedAt(fabric.ports.cage, port)) >= 0;
}
