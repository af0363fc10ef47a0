// The devices in each rack, by array and class.
import { type Answer, type Block, defineAnswer, itemAt, rackOfDevice, reads, unsignedAt } from '@lightloom/core';
import { arrayPath } from '../text/names.ts';

/** Equal devices in a rack, from one array. */
export interface Filling {
  /** Path of the array without indices: `backend.su.leaf`. */
  readonly array: string;
  readonly block: Block;
  /** Device class. */
  readonly index: number;
  /** In one rack. */
  readonly count: number;
}

/** The fillings of each rack, in the order of the devices. */
export const fillingsOf: Answer<readonly (readonly Filling[])[]> = defineAnswer(
  reads('fabric', 'devices'),
  ({ fabric, devices }) => {
    const numbers = new Map<string, number>();
    const arrays = fabric.blocks.map((block) => {
      const array = arrayPath(block);
      const number = numbers.get(array) ?? numbers.size;
      numbers.set(array, number);
      return { array, number };
    });
    const all: Map<number, Filling & { count: number }>[] = Array.from({ length: fabric.racks.count }, () => new Map());
    for (let device = 0; device < fabric.devices.count; device++) {
      const inside = all[rackOfDevice(fabric, device)];
      if (inside === undefined) continue;
      const block = unsignedAt(fabric.devices.block, device);
      const { array, number } = itemAt(arrays, block);
      const index = unsignedAt(devices.of, device);
      const key = number * devices.classes.length + index;
      const found = inside.get(key);
      if (found === undefined) inside.set(key, { array, block: itemAt(fabric.blocks, block), index, count: 1 });
      else found.count++;
    }
    return all.map((each) => [...each.values()]);
  },
);
