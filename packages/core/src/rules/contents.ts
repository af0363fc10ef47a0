// Which sorts of device stand in which racks, for rules about the two together.
import type { Facts } from '../facts/index.ts';

/** A device class, and the racks that hold some of it. */
export interface ClassInRacks {
  /** Index of the device class. */
  readonly index: number;
  readonly racks: readonly number[];
  /** The first such device. */
  readonly device: number;
}

/** Every device class that stands in a rack. */
export function classesInRacks(facts: Facts): readonly ClassInRacks[] {
  return facts.once('classes in racks', () => {
    const { fabric, devices } = facts;
    const found = new Map<number, { readonly racks: Set<number>; readonly device: number }>();
    for (let device = 0; device < fabric.devices.count; device++) {
      const rack = fabric.devices.rack[device] as number;
      if (rack < 0) continue;
      const index = devices.of[device] as number;
      const known = found.get(index);
      if (known === undefined) found.set(index, { racks: new Set([rack]), device });
      else known.racks.add(rack);
    }
    return [...found].map(([index, { racks, device }]) => ({ index, racks: [...racks], device }));
  });
}
