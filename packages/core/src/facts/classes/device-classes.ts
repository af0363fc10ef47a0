// Devices that are alike, so that arithmetic is done once for each class and not once for each device.

import {
  type Fabric,
  firstCageOf,
  itemAt,
  numberAt,
  type Part,
  partOfDevice,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import { type DeviceLosses, isLost } from '../conditions/scenario.ts';

/** Modules of one type in a device. */
export interface ModuleCount {
  readonly module: Part<'module'>;
  readonly count: number;
}

/** Ends of one type of cable in a device. */
interface CableEnds {
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
  // A walk through a trie: a state means "this part, then these modules so far".
  const states = new Map<number, number>();
  const cableIn = cableEnds(fabric);
  const width = 2 * fabric.parts.length + 3;
  let nextState = 1;
  const step = (state: number, label: number): number => {
    const key = state * width + label;
    let next = states.get(key);
    if (next === undefined) states.set(key, (next = nextState++));
    return next;
  };
  for (let device = 0; device < devices.count; device++) {
    if (device > 0 && isLikeTheOneBefore(fabric, cableIn, device)) {
      const known = unsignedAt(of, device - 1);
      itemAt(classes, known).count++;
      of[device] = known;
      continue;
    }
    const part = signedAt(devices.part, device);
    let state = step(0, part < 0 ? width - (isHost(fabric, device) ? 2 : 1) : part);
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

/** Whether a device has the part of the one before it, and the same in each cage: arrays are installed and plugged alike. */
function isLikeTheOneBefore(fabric: Fabric, cableIn: Int32Array | undefined, device: number): boolean {
  const { devices, cages } = fabric;
  const part = signedAt(devices.part, device);
  if (part < 0 || part !== signedAt(devices.part, device - 1)) return false;
  const start = unsignedAt(devices.firstCage, device);
  const before = unsignedAt(devices.firstCage, device - 1);
  const count = unsignedAt(devices.firstCage, device + 1) - start;
  if (start - before !== count) return false;
  for (let i = 0; i < count; i++)
    if (
      signedAt(cages.module, start + i) !== signedAt(cages.module, before + i) ||
      (cableIn !== undefined && signedAt(cableIn, start + i) !== signedAt(cableIn, before + i))
    )
      return false;
  return true;
}

/** Whether a device of an unknown type is a host: it is counted as one. */
function isHost({ blocks, devices }: Fabric, device: number): boolean {
  return blocks[unsignedAt(devices.block, device)]?.kind === 'host';
}

/** The same classes, each with as many devices as still run. */
export function devicesLeft({ classes, of }: DeviceClasses, losses: DeviceLosses): DeviceClasses {
  if (losses.devices === undefined) return { classes, of };
  const left = classes.map(({ count }) => count);
  for (let device = 0; device < of.length; device++)
    if (isLost(losses, device)) left[unsignedAt(of, device)] = numberAt(left, unsignedAt(of, device)) - 1;
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
