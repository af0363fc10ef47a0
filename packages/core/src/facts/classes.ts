// Devices and links that are alike, so that arithmetic is done once for each sort and not once for each thing.
import type { Fabric, LinkGroup, Part } from '../model/index.ts';
import { originKey } from '../source/origin.ts';

/** Modules of one type in a device. */
export interface ModuleCount {
  readonly module: Part<'module'>;
  readonly count: number;
}

/** Devices of one part with the same modules in the same cages. */
export interface DeviceClass {
  readonly index: number;
  readonly part: Part<'switch'> | Part<'host'> | undefined;
  readonly modules: readonly ModuleCount[];
  /** Cages without a module. */
  readonly empty: number;
  /** The first such device. */
  readonly sample: number;
  readonly count: number;
}

/** The class of every device. */
export interface DeviceClasses {
  readonly classes: readonly DeviceClass[];
  readonly of: Uint32Array;
}

/** Sorts devices into classes: one table look-up a cage. */
export function deviceClasses(fabric: Fabric): DeviceClasses {
  const { devices, cages } = fabric;
  const of = new Uint32Array(devices.count);
  const classes: { sample: number; count: number }[] = [];
  const classOfState = new Map<number, number>();
  // A walk through a trie: a state stands for "this part, then these modules so far".
  const states = new Map<number, number>();
  const width = fabric.parts.length + 2;
  let nextState = 1;
  const step = (state: number, label: number): number => {
    const key = state * width + label;
    let next = states.get(key);
    if (next === undefined) states.set(key, (next = nextState++));
    return next;
  };
  for (let device = 0; device < devices.count; device++) {
    const part = fabric.blocks[devices.block[device] as number]?.part;
    let state = step(0, part === undefined ? width - 1 : part.index);
    const end = devices.firstCage[device + 1] as number;
    for (let cage = devices.firstCage[device] as number; cage < end; cage++)
      state = step(state, (cages.module[cage] as number) + 1);
    let index = classOfState.get(state);
    if (index === undefined) {
      classOfState.set(state, (index = classes.length));
      classes.push({ sample: device, count: 0 });
    }
    (classes[index] as { count: number }).count++;
    of[device] = index;
  }
  return {
    of,
    classes: classes.map(({ sample, count }, index) => ({ index, sample, count, ...contents(fabric, sample) })),
  };
}

function contents(fabric: Fabric, device: number): Pick<DeviceClass, 'part' | 'modules' | 'empty'> {
  const counts = new Map<number, number>();
  const end = fabric.devices.firstCage[device + 1] as number;
  for (let cage = fabric.devices.firstCage[device] as number; cage < end; cage++) {
    const module = fabric.cages.module[cage] as number;
    counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  const empty = counts.get(-1) ?? 0;
  counts.delete(-1);
  const part = fabric.blocks[fabric.devices.block[device] as number]?.part;
  return {
    part: part as DeviceClass['part'],
    empty,
    modules: [...counts].map(([module, count]) => ({ module: fabric.parts[module] as Part<'module'>, count })),
  };
}

/** Links of one statement with the same modules and PMDs at their ends. */
export interface LinkClass {
  readonly index: number;
  /** The statement, in the first scope it was elaborated in. */
  readonly group: LinkGroup;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly count: number;
  /** The first such link. */
  readonly sample: number;
}

/** What is at one end of a link. */
export interface LinkEnd {
  readonly module: Part<'module'> | undefined;
  readonly optics: Part<'optics'> | undefined;
}

/** The class of every link. */
export interface LinkClasses {
  readonly classes: readonly LinkClass[];
  readonly of: Uint32Array;
}

/** Sorts links into classes: two table look-ups a link. */
export function linkClasses(fabric: Fabric): LinkClasses {
  const { links, ports, cages } = fabric;
  const of = new Uint32Array(links.count);
  const ends: LinkEnd[] = [];
  const channelEnds = fabric.parts.map((part) => endsOfModule(part, ends));
  const bare = ends.push({ module: undefined, optics: undefined }) - 1;
  const endOf = (port: number): number => {
    const cage = ports.cage[port] as number;
    const module = cages.module[cage] as number;
    if (module < 0) return bare;
    return channelEnds[module]?.[port - (cages.firstPort[cage] as number)] ?? bare;
  };
  const classes: { group: LinkGroup; from: number; to: number; count: number; sample: number }[] = [];
  const statements = new Map<string, Map<number, number>>();
  for (const group of fabric.linkGroups) {
    const key = `${group.network?.index ?? -1} ${originKey(group.origin)}`;
    let byEnds = statements.get(key);
    if (byEnds === undefined) statements.set(key, (byEnds = new Map()));
    for (let link = group.first; link < group.first + group.count; link++) {
      const from = endOf(links.from[link] as number);
      const to = endOf(links.to[link] as number);
      let index = byEnds.get(from * ends.length + to);
      if (index === undefined) {
        byEnds.set(from * ends.length + to, (index = classes.length));
        classes.push({ group, from, to, count: 0, sample: link });
      }
      (classes[index] as { count: number }).count++;
      of[link] = index;
    }
  }
  return {
    of,
    classes: classes.map((each, index) => ({
      ...each,
      index,
      from: ends[each.from] as LinkEnd,
      to: ends[each.to] as LinkEnd,
    })),
  };
}

/** The end each channel of a module makes; equal channels share one. */
function endsOfModule(part: Part, ends: LinkEnd[]): Uint32Array | undefined {
  if (part.kind !== 'module') return undefined;
  const module = part as Part<'module'>;
  const channels = module.values.channels?.value;
  if (channels === undefined) return Uint32Array.of(ends.push({ module, optics: undefined }) - 1);
  const found: number[] = [];
  for (const { count, part: optics } of channels) {
    const end = ends.push({ module, optics }) - 1;
    for (let i = 0; i < count; i++) found.push(end);
  }
  return Uint32Array.from(found);
}
