// What is there in a phase of growth: all but what later phases add, and what needs something of that.
import type { ElementFamily } from '../catalogue/index.ts';
import { type Fabric, type Group, signedAt, unsignedAt } from '../model/index.ts';

/** How many there are of each family of which a phase can add some. */
const counts = {
  network: ({ networks }: Fabric) => networks.length,
  group: ({ groups }: Fabric) => groups.length,
  device: ({ devices }: Fabric) => devices.count,
  cage: ({ cages }: Fabric) => cages.count,
  rack: ({ racks }: Fabric) => racks.count,
  cdu: ({ cdus }: Fabric) => cdus.count,
  loop: ({ loops }: Fabric) => loops.length,
  branch: ({ branches }: Fabric) => branches.length,
  feed: ({ feeds }: Fabric) => feeds.length,
} as const satisfies Partial<Record<ElementFamily, (fabric: Fabric) => number>>;

/** A family of which a phase can add some. */
export type StandingFamily = keyof typeof counts;

/** Of each family, a 1 for every id that stands. */
export type Standing = Readonly<Record<StandingFamily, Uint8Array>>;

/** The families of which a phase can add some. */
const standingFamilies = Object.keys(counts) as readonly StandingFamily[];

/** Something of each of these families. */
export function ofEachFamily<T>(make: (of: StandingFamily) => T): Readonly<Record<StandingFamily, T>> {
  return Object.fromEntries(standingFamilies.map((of) => [of, make(of)])) as Record<StandingFamily, T>;
}

/** Whether a phase can add some of a family. */
export function canBeAdded(of: ElementFamily): of is StandingFamily {
  return standingFamilies.some((each) => each === of);
}

/**
 * What is there in a phase. What is in a network, a template instance or a rack that comes later comes with it; a loop comes with the
 * first CDU that feeds it, a branch with its loop and the first of its racks.
 * @param phase index of the phase
 */
export function standingAt(fabric: Fabric, phase: number): Standing {
  const stands = ofEachFamily((of) => new Uint8Array(counts[of](fabric)).fill(1));
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
function withScopes(fabric: Fabric, stands: Standing): void {
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
function withRacks({ devices, cdus }: Fabric, stands: Standing): void {
  for (const [of, { count, rack }] of [
    ['device', devices],
    ['cdu', cdus],
  ] as const)
    for (let id = 0; id < count; id++) if (stands.rack[signedAt(rack, id)] === 0) stands[of][id] = 0;
}

/** A loop comes with the first CDU that feeds it, a branch with its loop and the first of its racks. */
function withPlant({ loops, branches }: Fabric, stands: Standing): void {
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
