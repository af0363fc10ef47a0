// What is in each rack, by device class.

import { type Derivation, times } from '../../figures/derivation.ts';
import { type Fabric, itemAt, rackOfDevice, unsignedAt } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import { type DeviceLosses, isLost } from '../conditions/scenario.ts';

/** How many devices of each class a rack holds. */
export type RackContents = readonly ReadonlyMap<number, number>[];

/** What the contents of racks are counted from. */
export interface RackContentsInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly losses: DeviceLosses;
}

/** Counts the devices of each rack that still run. */
export function rackContents({ fabric, devices, losses }: RackContentsInputs): RackContents {
  const contents: Map<number, number>[] = Array.from({ length: fabric.racks.count }, () => new Map());
  for (let device = 0; device < fabric.devices.count; device++) {
    const counts = contents[rackOfDevice(fabric, device)];
    if (counts === undefined || isLost(losses, device)) continue;
    const index = unsignedAt(devices.of, device);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return contents;
}

/** A fact of every class as terms of a rack's sum. */
export function inRacks(contents: RackContents, rack: number, byClass: readonly Derivation[]): Derivation[] {
  return [...(contents[rack] ?? [])].map(([index, count]) => times(count, itemAt(byClass, index)));
}
