// The tables of what stands: devices, cages, ports, links.
import { type Fabric, itemAt, type LinkGroup, linkGroupWith, signedAt, unsignedAt } from '../model/index.ts';
import { idsOf, idsThatStand, type NewIds, type Renumbered, realRows, signedRows, unsignedRows } from './numbering.ts';
import type { StandingLinks } from './standing.ts';
import { valuesAt } from './statements-at.ts';

/** The columns of cages and ports of the devices that stand, and the new ids of cages and ports. */
export interface CagesAt extends Pick<Fabric, 'cages' | 'ports'> {
  readonly firstCage: Uint32Array;
  readonly cageTo: Int32Array;
  readonly portTo: Int32Array;
  /** The old id of each new cage. */
  readonly cageFrom: Uint32Array;
}

/** All cages of a device come with it; those whose module comes later are empty, and an empty cage is one port. */
export function cagesAt(fabric: Fabric, device: Renumbered, { modules }: StandingLinks): CagesAt {
  const { devices, cages, ports } = fabric;
  const isKept = new Uint8Array(cages.count);
  for (let cage = 0; cage < cages.count; cage++)
    if (signedAt(device.to, unsignedAt(cages.device, cage)) >= 0) isKept[cage] = 1;
  const from = new Uint32Array(isKept.reduce((sum, each) => sum + each, 0));
  const cageTo = new Int32Array(cages.count).fill(-1);
  const portTo = new Int32Array(ports.count).fill(-1);
  const firstPort = new Uint32Array(from.length + 1);
  let count = 0;
  for (let cage = 0; cage < cages.count; cage++) {
    if (isKept[cage] === 0) continue;
    const [start, end] = [unsignedAt(cages.firstPort, cage), unsignedAt(cages.firstPort, cage + 1)];
    const first = unsignedAt(firstPort, count);
    const channels = modules[cage] === 0 ? 1 : end - start;
    if (modules[cage] === 1) for (let port = start; port < end; port++) portTo[port] = first + port - start;
    from[count] = cage;
    cageTo[cage] = count++;
    firstPort[count] = first + channels;
  }
  const without = (column: Int32Array): Int32Array =>
    Int32Array.from(from, (cage) => (modules[cage] === 0 ? -1 : signedAt(column, cage)));
  const cage = new Uint32Array(unsignedAt(firstPort, count));
  for (let i = 0; i < count; i++) cage.fill(i, unsignedAt(firstPort, i), unsignedAt(firstPort, i + 1));
  const firstCage = new Uint32Array(device.from.length + 1);
  for (let i = 0; i < device.from.length; i++) {
    const old = unsignedAt(device.from, i);
    firstCage[i + 1] =
      unsignedAt(firstCage, i) + unsignedAt(devices.firstCage, old + 1) - unsignedAt(devices.firstCage, old);
  }
  return {
    firstCage,
    cages: {
      count,
      device: Uint32Array.from(from, (old) => signedAt(device.to, unsignedAt(cages.device, old))),
      module: without(cages.module),
      plug: without(cages.plug),
      firstPort,
    },
    ports: { count: cage.length, cage },
    cageTo,
    portTo,
    cageFrom: from,
  };
}

/** Links and the statements that lay them, and the old ids of both. */
export interface LinksAt extends Pick<Fabric, 'links' | 'linkGroups'> {
  readonly linkFrom: Uint32Array;
  readonly groupFrom: Uint32Array;
}

/** The links that stand; a statement none of whose links does is left out. */
export function linksAt(
  fabric: Fabric,
  { links }: StandingLinks,
  portTo: Int32Array,
  scopeOf: (group: LinkGroup) => Pick<LinkGroup, 'group' | 'network'> | undefined,
): LinksAt {
  const from = new Uint32Array(links.length);
  const to = new Uint32Array(links.length);
  const linkFrom = new Uint32Array(links.length);
  const groupFrom: number[] = [];
  const linkGroups: LinkGroup[] = [];
  let count = 0;
  for (const group of fabric.linkGroups) {
    const first = count;
    for (let link = group.first; link < group.first + group.count; link++) {
      if (links[link] === 0) continue;
      linkFrom[count] = link;
      from[count] = signedAt(portTo, unsignedAt(fabric.links.from, link));
      to[count++] = signedAt(portTo, unsignedAt(fabric.links.to, link));
    }
    const scope = scopeOf(group);
    if (scope === undefined || (group.count > 0 && count === first)) continue;
    const unlinked =
      group.unlinked === undefined
        ? undefined
        : { from: idsThatStand(group.unlinked.from, portTo), to: idsThatStand(group.unlinked.to, portTo) };
    groupFrom.push(group.index);
    const own = { ...scope, index: linkGroups.length, first, count: count - first, unlinked };
    linkGroups.push(linkGroupWith(group, own));
  }
  return {
    links: { count, from: from.slice(0, count), to: to.slice(0, count) },
    linkGroups,
    linkFrom: linkFrom.slice(0, count),
    groupFrom: Uint32Array.from(groupFrom),
  };
}

/** Racks and CDUs that stand, on the loops, branches and feeds that do. */
export function racksAt(
  { racks, cdus }: Fabric,
  { rack, cdu, loop, branch }: Readonly<Record<'rack' | 'cdu' | 'loop' | 'branch', Renumbered>>,
): Pick<Fabric, 'racks' | 'cdus'> {
  return {
    racks: {
      count: rack.from.length,
      block: unsignedRows(racks.block, rack.from),
      part: signedRows(racks.part, rack.from),
      loop: idsOf(signedRows(racks.loop, rack.from), loop.to),
      feeds: unsignedRows(racks.feeds, rack.from),
      flow: realRows(racks.flow, rack.from),
      row: signedRows(racks.row, rack.from),
      position: signedRows(racks.position, rack.from),
      branch: idsOf(signedRows(racks.branch, rack.from), branch.to),
    },
    cdus: {
      count: cdu.from.length,
      block: unsignedRows(cdus.block, cdu.from),
      part: signedRows(cdus.part, cdu.from),
      rack: idsOf(signedRows(cdus.rack, cdu.from), rack.to),
      feeds: unsignedRows(cdus.feeds, cdu.from),
    },
  };
}

/** Which `place` statements put how much where, counting what stands. */
export function placementsAt(
  fabric: Fabric,
  { device, cdu }: Readonly<Record<'device' | 'cdu', Renumbered>>,
): Fabric['placements'] {
  const placed = new Uint32Array(fabric.placements.length);
  for (const id of device.from) {
    const placement = signedAt(fabric.devices.placement, id);
    if (placement >= 0) placed[placement] = unsignedAt(placed, placement) + 1;
  }
  return fabric.placements.map((each) => {
    const left = idsThatStand(each.left, (each.of === 'device' ? device : cdu).to);
    return {
      ...each,
      left,
      devices: each.of === 'device' ? unsignedAt(placed, each.index) + left.length : each.devices,
    };
  });
}

/** Feeds that stand, and sets of them. */
export function feedsAt(fabric: Fabric, { from, to }: Renumbered, ids: NewIds): Pick<Fabric, 'feeds' | 'feedSets'> {
  return {
    feeds: Array.from(from, (id, index) => {
      const feed = itemAt(fabric.feeds, id);
      return { ...feed, index, values: valuesAt(feed.values, ids) };
    }),
    feedSets: fabric.feedSets.map((each) => ({ ...each, ids: idsThatStand(each.ids, to) })),
  };
}
