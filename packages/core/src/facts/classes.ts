// Devices and links that are alike, so that arithmetic is done once for each sort and not once for each thing.

import type { Derivation } from '../figures/derivation.ts';
import {
  cagePartOf,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  isAuto,
  isPart,
  itemAt,
  type LinkGroup,
  numberAt,
  type Part,
  partOfDevice,
  signedAt,
  unsignedAt,
} from '../model/index.ts';
import { originKey } from '../source/origin.ts';
import { cableRuns, hasAutoLengths } from './optics/cable-runs.ts';
import { isLost, type Scenario } from './scenario.ts';

/** Modules of one type in a device. */
export interface ModuleCount {
  readonly module: Part<'module'>;
  readonly count: number;
}

/** Ends of one type of cable in a device. */
export interface CableEnds {
  readonly cable: Part<'cable'>;
  readonly count: number;
}

/** Devices of one part with the same modules, or ends of cables, in the same cages. */
export interface DeviceClass {
  readonly index: number;
  readonly part: Part<'switch'> | Part<'host'> | undefined;
  readonly modules: readonly ModuleCount[];
  /** Ends of cables in its cages, by cable. */
  readonly cables: readonly CableEnds[];
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
  const { devices } = fabric;
  const of = new Uint32Array(devices.count);
  const classes: { sample: number; count: number }[] = [];
  const classOfState = new Map<number, number>();
  // A walk through a trie: a state stands for "this part, then these modules so far".
  const states = new Map<number, number>();
  const cableIn = cableEnds(fabric);
  const width = 2 * fabric.parts.length + 2;
  let nextState = 1;
  const step = (state: number, label: number): number => {
    const key = state * width + label;
    let next = states.get(key);
    if (next === undefined) states.set(key, (next = nextState++));
    return next;
  };
  for (let device = 0; device < devices.count; device++) {
    const part = signedAt(devices.part, device);
    let state = step(0, part < 0 ? width - 1 : part);
    const end = unsignedAt(devices.firstCage, device + 1);
    for (let cage = unsignedAt(devices.firstCage, device); cage < end; cage++)
      state = step(state, inCage(fabric, cableIn, cage));
    let index = classOfState.get(state);
    if (index === undefined) {
      classOfState.set(state, (index = classes.length));
      classes.push({ sample: device, count: 0 });
    }
    itemAt(classes, index).count++;
    of[device] = index;
  }
  return {
    of,
    classes: classes.map(({ sample, count }, index) => ({
      index,
      sample,
      count,
      ...contents(fabric, sample, cableIn),
    })),
  };
}

/** The same classes, each with as many devices as are left in a scenario. */
export function devicesLeft({ classes, of }: DeviceClasses, scenario: Scenario): DeviceClasses {
  if (scenario.devices === undefined) return { classes, of };
  const left = classes.map(({ count }) => count);
  for (let device = 0; device < of.length; device++)
    if (isLost(scenario, device)) left[unsignedAt(of, device)] = numberAt(left, unsignedAt(of, device)) - 1;
  return { of, classes: classes.map((each, i) => ({ ...each, count: numberAt(left, i) })) };
}

/** By cage, the cable that ends in it, as an index into `parts`, or -1; undefined where there are no cables. */
export function cableEnds(fabric: Fabric): Int32Array | undefined {
  let found: Int32Array | undefined;
  const { links, ports, cages } = fabric;
  for (const { cable, first, count } of fabric.linkGroups) {
    if (cable === undefined) continue;
    found ??= new Int32Array(cages.count).fill(-1);
    for (const side of [links.from, links.to])
      for (let link = first; link < first + count; link++)
        found[unsignedAt(ports.cage, unsignedAt(side, link))] = cable.index;
  }
  return found;
}

/** What is in a cage, as a number: nothing, a module, the end of a cable. */
function inCage({ cages, parts }: Fabric, cableIn: Int32Array | undefined, cage: number): number {
  const module = signedAt(cages.module, cage);
  const cable = cableIn?.[cage] ?? -1;
  return module >= 0 || cable < 0 ? module + 1 : parts.length + 1 + cable;
}

function contents(
  fabric: Fabric,
  device: number,
  cableIn: Int32Array | undefined,
): Pick<DeviceClass, 'part' | 'modules' | 'cables' | 'empty'> {
  const counts = new Map<number, number>();
  const ends = new Map<number, number>();
  const end = firstCageOf(fabric, device + 1);
  for (let cage = firstCageOf(fabric, device); cage < end; cage++) {
    const module = signedAt(fabric.cages.module, cage);
    const cable = cableIn?.[cage] ?? -1;
    if (module < 0 && cable >= 0) ends.set(cable, (ends.get(cable) ?? 0) + 1);
    else counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  const empty = counts.get(-1) ?? 0;
  counts.delete(-1);
  return {
    part: partOfDevice(fabric, device),
    empty,
    modules: [...counts].map(([module, count]) => ({ module: fabric.parts[module] as Part<'module'>, count })),
    cables: [...ends].map(([cable, count]) => ({ cable: fabric.parts[cable] as Part<'cable'>, count })),
  };
}

/**
 * Links with the same path and the same modules and PMDs at their ends: those of one statement, or those of many
 * statements that make one link each, as programs write them.
 */
export interface LinkClass {
  /** Length that follows from where the racks stand, in m; undefined where the statement says it. */
  readonly length: Derivation | undefined;
  readonly index: number;
  /** The statement, in the first scope it was elaborated in; the first where there are several. */
  readonly group: LinkGroup;
  /** How many statements. */
  readonly statements: number;
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
  /** Of an end without a module, the cage. */
  readonly cage: Part<'cage'> | undefined;
}

/** The class of every link. */
export interface LinkClasses {
  readonly classes: readonly LinkClass[];
  readonly of: Uint32Array;
}

/** A class while links are counted: its ends are indices into a list of ends. */
interface LinkClassDraft {
  readonly group: LinkGroup;
  readonly from: number;
  readonly to: number;
  readonly run: number;
  readonly sample: number;
  statements: number;
  count: number;
}

/** More distances than two racks of a hall can have. */
const mostRuns = 2 ** 24;

/** Sorts links into classes: two table look-ups a link, and one for the racks of its ends where its length is `auto`. */
export function linkClasses(fabric: Fabric): LinkClasses {
  const { links, ports, cages } = fabric;
  const of = new Uint32Array(links.count);
  const ends: LinkEnd[] = [];
  const channelEnds = fabric.parts.map((part) => endsOfModule(part, ends));
  const bare = ends.push({ module: undefined, optics: undefined, cage: undefined }) - 1;
  const bareEnds = fabric.parts.map((part) =>
    isPart(part, 'cage') ? ends.push({ module: undefined, optics: undefined, cage: part }) - 1 : bare,
  );
  const endOf = (port: number): number => {
    const cage = unsignedAt(ports.cage, port);
    const module = signedAt(cages.module, cage);
    if (module < 0) return bareEnds[cagePartOf(fabric, cage)?.index ?? -1] ?? bare;
    return channelEnds[module]?.[port - unsignedAt(cages.firstPort, cage)] ?? bare;
  };
  const classes: LinkClassDraft[] = [];
  const runs = hasAutoLengths(fabric) ? cableRuns(fabric) : undefined;
  const device = (port: number): number => deviceOfPort(fabric, port);
  const statements = statementKeys();
  for (const group of fabric.linkGroups) {
    const byEnds = statements(group);
    const ways = isAuto(group.medium.length) ? runs : undefined;
    for (let link = group.first; link < group.first + group.count; link++) {
      const from = endOf(unsignedAt(links.from, link));
      const to = endOf(unsignedAt(links.to, link));
      // Links of one statement have lengths of their own where their racks say so.
      const run = ways?.between(device(unsignedAt(links.from, link)), device(unsignedAt(links.to, link))) ?? 0;
      const key = (from * ends.length + to) * mostRuns + run;
      let index = byEnds.get(key);
      if (index === undefined) {
        byEnds.set(key, (index = classes.length));
        classes.push({ group, from, to, count: 0, sample: link, statements: 1, run });
      } else if (group.count === 1) itemAt(classes, index).statements++;
      itemAt(classes, index).count++;
      of[link] = index;
    }
  }
  return {
    of,
    classes: classes.map(({ run, ...each }, index) => ({
      ...each,
      index,
      length: runs !== undefined && isAuto(each.group.medium.length) ? runs.length(run, each.group) : undefined,
      from: itemAt(ends, each.from),
      to: itemAt(ends, each.to),
    })),
  };
}

/**
 * Finds the classes a statement's links may belong to: those of the same statement in another scope; where it makes a
 * single link, those of all such with the same path.
 */
function statementKeys(): (group: LinkGroup) => Map<number, number> {
  const paths = new Map<object, Map<string, Map<number, number>>>();
  return ({ network, fiber, cable, medium, count, origin, pattern }) => {
    let ofPath = paths.get(medium);
    if (ofPath === undefined) paths.set(medium, (ofPath = new Map()));
    const own = count === 1 && pattern === 'pairs' ? '' : ` ${originKey(origin)}`;
    const key = `${network?.index ?? -1} ${(fiber ?? cable)?.index ?? -1}${own}`;
    let byEnds = ofPath.get(key);
    if (byEnds === undefined) ofPath.set(key, (byEnds = new Map()));
    return byEnds;
  };
}

/** The end each channel of a module makes; equal channels share one. */
function endsOfModule(part: Part, ends: LinkEnd[]): Uint32Array | undefined {
  if (part.kind !== 'module') return undefined;
  const module = part as Part<'module'>;
  const channels = module.values.channels?.value;
  if (channels === undefined) return Uint32Array.of(ends.push({ module, optics: undefined, cage: undefined }) - 1);
  const found: number[] = [];
  for (const { count, part: optics } of channels) {
    const end = ends.push({ module, optics, cage: undefined }) - 1;
    for (let i = 0; i < count; i++) found.push(end);
  }
  return Uint32Array.from(found);
}
