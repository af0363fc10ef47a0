// The arrays of devices that a view asks to see one by one.
import { type Block, type Fabric, isDeviceBlock, printCount } from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import { arrayPath } from '../text/names.ts';
import type { NetworkSketch } from './sketch.ts';

/** More devices of one array share a box after all. */
export const maxExpanded = 64;

/** The arrays with a device that the view expands. */
function asked({ blocks }: Fabric, { expand: { devices } }: NetworkSketch): Block[] {
  return blocks.filter(
    (block) => isDeviceBlock(block) && devices?.subarray(block.first, block.first + block.count).includes(1) === true,
  );
}

/** Those that are drawn device by device. */
export function expandedArrays(fabric: Fabric, sketch: NetworkSketch): Block[] {
  return asked(fabric, sketch).filter(({ count }) => count <= maxExpanded);
}

/** A sentence for each of those that have too many devices for it. */
export function expandNotes(fabric: Fabric, sketch: NetworkSketch): string[] {
  const many = asked(fabric, sketch).filter(({ count }) => count > maxExpanded);
  return [...grouped(many, arrayPath)].map(
    ([path, [block]]) =>
      `${path} has ${printCount(block?.count ?? 0, 'device')}; up to ${maxExpanded} of an array are drawn one by one.`,
  );
}
