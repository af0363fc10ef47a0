// Names of installed things: paths that are the same in messages, exports, drawings and JSON.
import type { FeedKind } from '../catalogue/index.ts';
import { itemAt, unsignedAt } from './at.ts';
import { indexSuffix } from './axis.ts';
import type { Block, Fabric, Feed } from './fabric.ts';
import { portGroupAt } from './part-queries.ts';
import { sidesText } from './queries.ts';
import type { Subjects } from './selection.ts';

/** `backend.su[2].leaf[3]` */
export function deviceName(fabric: Fabric, device: number): string {
  return elementName(itemAt(fabric.blocks, unsignedAt(fabric.devices.block, device)), device);
}

/** `net[1]` */
export function rackName(fabric: Fabric, rack: number): string {
  return elementName(itemAt(fabric.blocks, unsignedAt(fabric.racks.block, rack)), rack);
}

/** `cdu[1]` */
export function cduName(fabric: Fabric, cdu: number): string {
  return elementName(itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, cdu)), cdu);
}

/** The path of an element of a block. */
export function elementName(block: Block, id: number): string {
  return block.path + indexSuffix(block.axes, id - block.first);
}

/** `backend.su[2].leaf[3].up[1]` */
export function cageName(fabric: Fabric, cage: number): string {
  const device = unsignedAt(fabric.cages.device, cage);
  const block = itemAt(fabric.blocks, unsignedAt(fabric.devices.block, device));
  const within = cage - unsignedAt(fabric.devices.firstCage, device);
  const group = block.part === undefined ? undefined : portGroupAt(block.part, within);
  const suffix = group === undefined ? '' : `.${group.name}${indexSuffix(group.axes, within - group.first)}`;
  return deviceName(fabric, device) + suffix;
}

/** `backend.su[2].leaf[3].up[1]/5`; the channel is left out where the cage has only one. */
export function portName(fabric: Fabric, port: number): string {
  const cage = unsignedAt(fabric.ports.cage, port);
  const first = unsignedAt(fabric.cages.firstPort, cage);
  const channels = unsignedAt(fabric.cages.firstPort, cage + 1) - first;
  return channels > 1 ? `${cageName(fabric, cage)}/${port - first + 1}` : cageName(fabric, cage);
}

/** `backend.leaf[3].up[1]/5 to backend.spine[1].down[1]/3` */
function linkName(fabric: Fabric, link: number): string {
  return `${portName(fabric, unsignedAt(fabric.links.from, link))} to ${portName(fabric, unsignedAt(fabric.links.to, link))}`;
}

/** What carries power, in words. */
const feedNouns = { feed: 'feed', ups: 'UPS', pdu: 'PDU' } as const satisfies Record<FeedKind, string>;

/** `feed`, `UPS` or `PDU` */
export function feedNoun(kind: FeedKind): (typeof feedNouns)[FeedKind] {
  return feedNouns[kind];
}

/** `Feed A`, `UPS U1`: how a sentence about it starts. */
export function feedSubject({ kind, name }: Pick<Feed, 'kind' | 'name'>): string {
  return `${kind === 'feed' ? 'Feed' : feedNouns[kind]} ${name}`;
}

/** The name of anything that a finding may be about. */
export function nameOf(fabric: Fabric, of: Subjects['of'], id: number): string {
  switch (of) {
    case 'device':
      return deviceName(fabric, id);
    case 'rack':
      return rackName(fabric, id);
    case 'cdu':
      return cduName(fabric, id);
    case 'cage':
      return cageName(fabric, id);
    case 'port':
      return portName(fabric, id);
    case 'loop':
      return fabric.loops[id]?.name ?? '';
    case 'branch':
      return fabric.branches[id]?.name ?? '';
    case 'feed':
      return fabric.feeds[id]?.name ?? '';
    case 'hall':
      return fabric.hall?.name ?? '';
    case 'network':
      return fabric.networks[id]?.name ?? '';
    case 'group':
      return fabric.groups[id]?.path ?? '';
    case 'part':
      return fabric.parts[id]?.name ?? '';
    case 'link':
      return linkName(fabric, id);
    case 'link statement':
      return sidesText(itemAt(fabric.linkGroups, id));
  }
}
