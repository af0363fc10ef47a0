// What stands at a phase of growth: all but what later phases add, and what needs something of that.
import type { ElementFamily } from '../catalogue/index.ts';
import { type Fabric, type Group, signedAt, unsignedAt } from '../model/index.ts';

/** Of each family, a 1 for every id that stands. */
export type Standing = Readonly<Record<StandingFamily, Uint8Array>>;

/** Families of which only some may stand. */
export type StandingFamily = Extract<
  ElementFamily,
  'network' | 'group' | 'device' | 'cage' | 'rack' | 'cdu' | 'loop' | 'branch' | 'feed'
>;

/** How many there are of each family. */
function countsOf(fabric: Fabric): Readonly<Record<StandingFamily, number>> {
  return {
    network: fabric.networks.length,
    group: fabric.groups.length,
    device: fabric.devices.count,
    cage: fabric.cages.count,
    rack: fabric.racks.count,
    cdu: fabric.cdus.count,
    loop: fabric.loops.length,
    branch: fabric.branches.length,
    feed: fabric.feeds.length,
  };
}

/** The families of which a phase can add some. */
export const standingFamilies = [
  'network',
  'group',
  'device',
  'cage',
  'rack',
  'cdu',
  'loop',
  'branch',
  'feed',
] as const satisfies readonly StandingFamily[];

/** Whether a phase can add some of a family. */
export function canBeAdded(of: ElementFamily): of is StandingFamily {
  return standingFamilies.some((each) => each === of);
}

/**
 * What stands at a phase. What is in a network, a template instance or a rack that comes later comes with it; a loop comes with the
 * first CDU that feeds it, a branch with its loop and the first of its racks.
 * @param phase index of the phase
 */
export function standingAt(fabric: Fabric, phase: number): Standing {
  const counts = countsOf(fabric);
  const all = (of: StandingFamily): Uint8Array => new Uint8Array(counts[of]).fill(1);
  const stands: Record<StandingFamily, Uint8Array> = {
    network: all('network'),
    group: all('group'),
    device: all('device'),
    cage: all('cage'),
    rack: all('rack'),
    cdu: all('cdu'),
    loop: all('loop'),
    branch: all('branch'),
    feed: all('feed'),
  };
  for (const { adds } of fabric.phases.slice(phase + 1))
    for (const { of, ids } of adds) if (canBeAdded(of)) for (const id of ids) stands[of][id] = 0;
  withScopes(fabric, stands);
  withRacks(fabric, stands);
  withPlant(fabric, stands);
  for (let cage = 0; cage < fabric.cages.count; cage++)
    if (stands.device[unsignedAt(fabric.cages.device, cage)] === 0) stands.cage[cage] = 0;
  return stands;
}

/** What is in a network or a template instance comes with it. */
function withScopes(fabric: Fabric, stands: Record<StandingFamily, Uint8Array>): void {
  const waits = (group: Group | undefined): boolean =>
    group !== undefined && (stands.group[group.index] === 0 || waits(group.parent));
  for (const group of fabric.groups) {
    const isGone = group.network !== undefined && stands.network[group.network.index] === 0;
    if (isGone || waits(group.parent)) stands.group[group.index] = 0;
  }
  for (const { kind, group, first, count } of fabric.blocks)
    if (waits(group)) stands[kind === 'switch' || kind === 'host' ? 'device' : kind].fill(0, first, first + count);
}

/** What is in a rack comes with it. */
function withRacks({ devices, cdus }: Fabric, stands: Record<StandingFamily, Uint8Array>): void {
  for (const [of, { count, rack }] of [
    ['device', devices],
    ['cdu', cdus],
  ] as const)
    for (let id = 0; id < count; id++) if (stands.rack[signedAt(rack, id)] === 0) stands[of][id] = 0;
}

/** A loop comes with the first CDU that feeds it, a branch with its loop and the first of its racks. */
function withPlant({ loops, branches }: Fabric, stands: Record<StandingFamily, Uint8Array>): void {
  const isNone = (of: StandingFamily, ids: Uint32Array): boolean =>
    ids.length > 0 && ids.every((id) => stands[of][id] === 0);
  for (const { index, values } of loops)
    if (values.from !== undefined && isNone('cdu', values.from.value.selection.ids)) stands.loop[index] = 0;
  for (const { index, loop, racks } of branches)
    if (stands.loop[loop] === 0 || isNone('rack', racks)) stands.branch[index] = 0;
}

/** Links, and the modules at their ends, that stand. */
export interface StandingLinks {
  /** A 1 for every link both ends of which stand. */
  readonly links: Uint8Array;
  /** A 1 for every cage whose module stands, or that has none. */
  readonly modules: Uint8Array;
}

/** The links both ends of which stand. A module whose links all come later comes with the first of them. */
export function standingLinks(fabric: Fabric, { cage: stands }: Standing): StandingLinks {
  const { links: table, ports, cages } = fabric;
  const links = new Uint8Array(table.count);
  const modules = new Uint8Array(cages.count);
  const isLinked = new Uint8Array(cages.count);
  for (let link = 0; link < table.count; link++) {
    const from = unsignedAt(ports.cage, unsignedAt(table.from, link));
    const to = unsignedAt(ports.cage, unsignedAt(table.to, link));
    isLinked[from] = 1;
    isLinked[to] = 1;
    if (stands[from] === 0 || stands[to] === 0) continue;
    links[link] = 1;
    modules[from] = 1;
    modules[to] = 1;
  }
  for (let cage = 0; cage < cages.count; cage++) if (isLinked[cage] === 0 && stands[cage] === 1) modules[cage] = 1;
  return { links, modules };
}
