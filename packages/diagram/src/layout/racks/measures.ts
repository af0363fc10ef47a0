// Measures of racks in elevation, in pixels.
import type { RacksGroup, RacksNode } from '../../graph/index.ts';
import { typeOf } from '../geometry/typography.ts';

/** Pixels of a metre: 44 open rack units are 380. */
export const scale = 180;
export const padding = 14;
/** Height of the title line of a rack. */
export const titleHeight = 28;
/** From the floor to the figures below it, and from the title to the highest device. */
const gap = { foot: 10, meter: 8 };
export const meterHeight = 5;
/** Height drawn for a device or rack whose own is unknown, in m. */
const assumedHeight = { device: 0.048, rack: 2 };

/** Height of the usable space of a rack. */
export function elevationHeight({ rack }: RacksGroup): number {
  return Math.round((rack.height ?? assumedHeight.rack) * scale);
}

/** Height of a stack of devices. */
export function stackHeight(node: RacksNode): number {
  return (node.height ?? assumedHeight.device) * node.count * scale;
}

/** Height of the meter and the figures below a rack. */
export function footHeight({ lines }: RacksGroup): number {
  return gap.foot + meterHeight + gap.meter + lines.length * typeOf.line.line;
}
