// Measures of racks in elevation, in pixels.
import type { RacksGroup, RacksNode } from '../../graph/index.ts';
import { textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight, marksHeight } from '../pieces/marks.ts';

/** Pixels of a metre, at least: 44 open rack units are 465. */
export const leastUsual = 220;
/** Pixels of a metre, at most: one rack unit is as high as a line of text. */
const maxScale = 410;
/** Room of a line of text in a box. */
const lineRoom = 15;
/** The same of a mark. */
const markRoom = markHeight + 1;
export const padding = 14;
/** Height of the title line of a rack. */
export const titleHeight = 28;
/** From the floor to the figures below it, and from the title to the highest device. */
const gap = { foot: 10, meter: 8 };
export const meterHeight = 5;
/** Height drawn for a device or rack whose own is unknown, in m. */
const assumedHeight = { device: 0.048, rack: 2 };

/** Pixels of a metre in a drawing: as many as the lowest stack needs to show what it is. */
function scaleOf(nodes: readonly RacksNode[]): number {
  const lowest = Math.min(...nodes.map(metresOf));
  const marked = Math.min(...nodes.filter(({ marks }) => marks !== undefined).map(metresOf));
  return Math.max(leastUsual, Math.min(maxScale, Math.ceil(Math.max(lineRoom / lowest, markRoom / marked))));
}

/** Smaller scales, for racks that have no room on the paper otherwise: few, so that a rack more leaves the others where they are. */
const smaller = [185, 155, 130];

/** Lines of text that a stack keeps at a smaller scale, where it has as many: name, array and power, size. */
const keptLines = 3;

/** The scales of a drawing, the usual one first: the smaller ones of those at which each stack keeps its first lines. */
export function scalesOf(nodes: readonly RacksNode[]): readonly number[] {
  const usual = scaleOf(nodes);
  const least = (node: RacksNode): number => {
    const lines = Math.min(keptLines, node.lines.length + 1, Math.floor((metresOf(node) * usual) / lineRoom));
    return (lines * lineRoom) / metresOf(node);
  };
  const lowest = Math.max(0, ...nodes.map(least));
  return [usual, ...smaller.filter((each) => each < usual && each >= lowest)];
}

/** Height of the usable space of a rack. */
export function elevationHeight({ rack }: RacksGroup, scale: number): number {
  return Math.round((rack.height ?? assumedHeight.rack) * scale);
}

/** Height of a stack of devices. */
export function stackHeight(node: RacksNode, scale: number): number {
  return onGrid(metresOf(node) * scale);
}

/** A length in steps so small that nobody sees them, whose sums are exact: boxes that touch don't overlap by a rounding error. */
function onGrid(pixels: number): number {
  return Math.floor(pixels * 2 ** 20) / 2 ** 20;
}

function metresOf({ height, count }: RacksNode): number {
  return (height ?? assumedHeight.device) * count;
}

/** The figures below a rack, as many to a line as it has room for. */
export function footLines({ lines }: RacksGroup, width: number): readonly string[] {
  const joined: string[] = [];
  for (const each of lines) {
    const longer = `${joined.at(-1) ?? ''} · ${each}`;
    if (joined.length > 0 && textWidth(longer, 'line') <= width) joined[joined.length - 1] = longer;
    else joined.push(each);
  }
  return joined;
}

/**
 * Height of the meter and the figures below a rack.
 * @param width of its frame
 */
export function footHeight(group: RacksGroup, width: number): number {
  const lines = footLines(group, width - 2 * padding).length;
  return gap.foot + meterHeight + gap.meter + lines * typeOf.line.line + marksHeight(group.marks);
}
