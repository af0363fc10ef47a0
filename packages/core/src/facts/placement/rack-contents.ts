// What stands in each rack, by device class.

import { type Derivation, times } from '../../figures/derivation.ts';
import type { Fabric } from '../../model/index.ts';
import { itemAt, rackOfDevice, unsignedAt } from '../../model/index.ts';
import type { DeviceClasses } from '../classes.ts';
import { isLost, type Scenario } from '../scenario.ts';

/** How many devices of each class a rack holds. */
export type RackContents = readonly ReadonlyMap<number, number>[];

/** Counts the devices of each rack that are left in a scenario. */
export function rackContents(fabric: Fabric, devices: DeviceClasses, scenario: Scenario): RackContents {
  const contents: Map<number, number>[] = Array.from({ length: fabric.racks.count }, () => new Map());
  for (let device = 0; device < fabric.devices.count; device++) {
    const counts = contents[rackOfDevice(fabric, device)];
    if (counts === undefined || isLost(scenario, device)) continue;
    const index = unsignedAt(devices.of, device);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return contents;
}

/** A fact of every class as terms of a rack's sum. */
export function inRacks(contents: RackContents, rack: number, byClass: readonly Derivation[]): Derivation[] {
  return [...(contents[rack] ?? [])].map(([index, count]) => times(count, itemAt(byClass, index)));
}
