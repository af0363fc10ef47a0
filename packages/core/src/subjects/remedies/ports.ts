// Links to other ports: of another device, of the device that a rail belongs to, and no modules where no links are.
import type { Facts } from '../../answers/index.ts';
import type { PortUse, SplitRail } from '../../facts/index.ts';
import type { DesignChange, Remedy } from '../../findings/index.ts';
import {
  type Block,
  blockOf,
  cageOfPort,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  firstPortOf,
  groupOfLink,
  indexAt,
  indexSuffix,
  kindOfDevice,
  type LinkGroup,
  moduleIn,
  type Plug,
  type PortGroup,
  plugIn,
  type Side,
  unsignedAt,
} from '../../model/index.ts';
import { originKey } from '../../source/index.ts';

/** Other devices that are offered; of more, any of them may be meant. */
const maxOthers = 3;

/** The same ports of another device, for a statement that links a device to itself: where they are free and hold the same modules. */
export function ofOtherDevice({ fabric, topology }: Facts, { first, count, to }: LinkGroup): Remedy[] {
  if (to.devices !== 1 || count !== to.ports) return [];
  const ports = Array.from({ length: count }, (_, i) => unsignedAt(fabric.links.to, first + i));
  const device = deviceOfPort(fabric, ports[0] ?? 0);
  const isFree = (other: number): boolean =>
    ports.every((port) => {
      const cage = cageOfPort(fabric, port);
      const same = firstCageOf(fabric, other) + cage - firstCageOf(fabric, device);
      const own = firstPortOf(fabric, same) + port - firstPortOf(fabric, cage);
      return (
        own < firstPortOf(fabric, same + 1) &&
        topology.used[own] !== 1 &&
        moduleIn(fabric, same) === moduleIn(fabric, cage)
      );
    });
  const others: Remedy[] = [];
  for (const { id, text } of siblingsOf(fabric, device, to.text)) {
    if (!isFree(id)) continue;
    if (others.length === maxOthers) return [];
    others.push({ changes: [{ kind: 'write', at: to.origin, text }] });
  }
  return others;
}

/** The siblings of a device, and how a selector of its ports names theirs. */
function* siblingsOf(fabric: Fabric, device: number, text: string): Generator<{ id: number; text: string }> {
  const { name, path, part, axes, first, count } = blockOf(fabric, device);
  const end = text.lastIndexOf('.');
  const [named, ports] = [text.slice(0, Math.max(0, end)), text.slice(end)];
  const element = `${name}${indexSuffix(axes, device - first)}`;
  const [axis, ...more] = axes;
  if (axis !== undefined && more.length === 0 && named.endsWith(element)) {
    const before = named.slice(0, -element.length);
    for (let i = 0; i < count; i++)
      if (first + i !== device) yield { id: first + i, text: `${before}${name}[${indexAt(axis, i)}]${ports}` };
  } else if (axis === undefined && named.endsWith(name)) {
    const before = named.slice(0, -name.length);
    for (const other of fabric.blocks)
      if (
        other.first !== first &&
        other.part === part &&
        other.axes.length === 0 &&
        parentOf(other.path) === parentOf(path)
      )
        yield { id: other.first, text: `${before}${other.name}${ports}` };
  }
}

/** `backend.` of `backend.leaf` */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

/** The devices of one side linked to each other, where a mesh of that side onto itself was written. */
export function asFull({ from, origin }: LinkGroup): Remedy[] {
  return from.portsEach % (from.devices - 1) === 0
    ? [{ changes: [{ kind: 'write', at: origin, text: `${from.text} as full` }] }]
    : [];
}

/** Two links of a host with their ends at the switches exchanged, where each is a statement of its own, or both are one. */
export function cablesSwapped(fabric: Fabric, { link, otherLink }: SplitRail): Remedy[] {
  if (otherLink === undefined) return [];
  const [a, b] = [switchSide(fabric, link), switchSide(fabric, otherLink)];
  const write = ({ origin }: Side, text: string): DesignChange => ({ kind: 'write', at: origin, text });
  if (a.group !== b.group)
    return a.group.count === 1 && b.group.count === 1
      ? [{ title: 'Swap the cables', changes: [write(a.side, b.side.text), write(b.side, a.side.text)] }]
      : [];
  const [one, two, ...more] = a.side.text.split(', ');
  return a.group.count === 2 && one !== undefined && two !== undefined && more.length === 0
    ? [{ title: 'Swap the cables', changes: [write(a.side, `${two}, ${one}`)] }]
    : [];
}

function switchSide(fabric: Fabric, link: number): { readonly group: LinkGroup; readonly side: Side } {
  const group = groupOfLink(fabric, link);
  const isHost = kindOfDevice(fabric, deviceOfPort(fabric, unsignedAt(fabric.links.from, link))) === 'host';
  return { group, side: isHost ? group.to : group.from };
}

/** Modules in no more of the ports of a group than have links: where those are the first ones, as many on each device. */
export function pluggedWhereLinked(facts: Facts, { block, group }: PortUse): Remedy[] {
  const [axis, ...more] = group.axes;
  const found = linkedCages(facts, block, group);
  if (axis === undefined || more.length > 0 || found === undefined) return [];
  const { linked, plug } = found;
  const [first, last] = [indexAt(axis, 0), indexAt(axis, linked - 1)];
  const isOnly = block.part?.ports.length === 1;
  const range = linked === 1 ? `${first}` : `${first}..${last}`;
  return [{ changes: [{ kind: 'narrow', at: plug.origin, array: block.name, ports: group.name, range, isOnly }] }];
}

/**
 * How many of the first cages of a group have links, where the others have none, it is so on each device of a declaration, and one
 * statement plugs all of them; else undefined.
 */
function linkedCages({ fabric, topology }: Facts, declared: Block, group: PortGroup) {
  let linked: number | undefined;
  let plug: Plug | undefined;
  for (const { first, count, origin } of fabric.blocks) {
    if (originKey(origin) !== originKey(declared.origin)) continue;
    for (let device = first; device < first + count; device++) {
      const start = firstCageOf(fabric, device) + group.first;
      let own = 0;
      for (let cage = start; cage < start + group.count; cage++) {
        const by = plugIn(fabric, cage);
        plug ??= by;
        if (by === undefined || plug === undefined) return undefined;
        if (by !== plug && originKey(by.origin) !== originKey(plug.origin)) return undefined;
        if (!hasLink(fabric, topology.used, cage)) continue;
        if (cage !== start + own) return undefined;
        own++;
      }
      linked ??= own;
      if (own === 0 || own !== linked) return undefined;
    }
  }
  return linked === undefined || plug === undefined ? undefined : { linked, plug };
}

function hasLink(fabric: Fabric, used: Uint8Array, cage: number): boolean {
  for (let port = firstPortOf(fabric, cage); port < firstPortOf(fabric, cage + 1); port++)
    if (used[port] === 1) return true;
  return false;
}
