// What is in which rack: device classes and quick disconnects.
import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import { type Part, partOfRack, rackOfDevice, type Subjects, unsignedAt } from '../model/index.ts';

/** The devices of a class, as what a finding is about. */
export function devicesOfClass({ devices }: Pick<Facts, 'devices'>, index: number): Subjects {
  const found: number[] = [];
  for (let device = 0; device < devices.of.length; device++) if (devices.of[device] === index) found.push(device);
  return { of: 'device', ids: Uint32Array.from(found) };
}

/** A device class and the racks that hold devices of it. */
export interface ClassInRacks {
  /** Index of the device class. */
  readonly index: number;
  readonly racks: readonly number[];
  /** The first such device. */
  readonly device: number;
}

/** Every device class with a device in a rack. */
export const classesInRacks = defineAnswer(
  reads('fabric', 'devices'),
  ({ fabric, devices }): readonly ClassInRacks[] => {
    const found = new Map<number, { readonly racks: Set<number>; readonly device: number }>();
    for (let device = 0; device < fabric.devices.count; device++) {
      const rack = rackOfDevice(fabric, device);
      if (rack < 0) continue;
      const index = unsignedAt(devices.of, device);
      const known = found.get(index);
      if (known === undefined) found.set(index, { racks: new Set([rack]), device });
      else known.racks.add(rack);
    }
    return [...found].map(([index, { racks, device }]) => ({ index, racks: [...racks], device }));
  },
);

/** Every type of quick disconnect that coolant passes in a rack, of the rack or of its liquid-cooled devices, with those racks. */
export const couplingsInRacks = defineAnswer(
  { ...reads('fabric', 'devices', 'heat'), classes: classesInRacks },
  ({ fabric, devices, heat, classes }): ReadonlyMap<Part<'coupling'>, readonly number[]> => {
    const found = new Map<Part<'coupling'>, Set<number>>();
    const add = (part: Part<'rack'> | Part<'switch'> | Part<'host'> | undefined, racks: Iterable<number>): void => {
      for (const { part: coupling } of part?.values.couplings?.value ?? []) {
        const known = found.get(coupling) ?? new Set();
        for (const rack of racks) known.add(rack);
        found.set(coupling, known);
      }
    };
    for (let rack = 0; rack < fabric.racks.count; rack++) add(partOfRack(fabric, rack), [rack]);
    for (const { index, racks } of classes)
      if (heat.liquid[index]?.value !== 0) add(devices.classes[index]?.part, racks);
    return new Map([...found].map(([coupling, racks]) => [coupling, [...racks].sort((a, b) => a - b)]));
  },
);
