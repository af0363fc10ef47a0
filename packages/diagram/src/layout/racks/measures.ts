// Measures of racks in elevation, in pixels.
import type { RacksGroup, RacksNode } from '../../graph/index.ts';
import { textWidth, typeOf } from '../geometry/typography.ts';
import { marksHeight } from '../pieces/marks.ts';
import { leastHeight, linesIn } from './labels.ts';

/** Pixels of a metre: 44 open rack units are 465. */
export const usualScale = 220;
export const padding = 14;
/** Height of the title line of a rack. */
export const titleHeight = 28;
/** From the floor to the figures below it, and from the title to the highest device. */
const gap = { foot: 10, meter: 8 };
export const meterHeight = 5;
/** Height drawn for a device or rack whose own is unknown, in m. */
const assumedHeight = { device: 0.048, rack: 2 };

/** Smaller scales, for racks that have no room on the paper otherwise: few, so that a rack more leaves the others where they are. */
const smaller = [185, 155, 130, 115];

/** Lines of text that a stack keeps at a smaller scale, where it has as many: name, array and power, size. */
const keptLines = 3;

/** A rack and what is in it. */
export interface Filled {
  readonly rack: RacksGroup;
  readonly nodes: readonly RacksNode[];
}

/** The scales of a drawing, the usual one first: the smaller ones of those at which each stack keeps its first lines. */
export function scalesOf(racks: readonly Filled[]): readonly number[] {
  const metres = (filled: Filled): number => columnHeight(filled, 1000) / 1000;
  const usual = Math.max(usualScale, ...racks.map((each) => Math.ceil(leastHeight(each.nodes) / metres(each))));
  const linesAt = (each: Filled, scale: number): readonly number[] =>
    linesIn(
      each.nodes,
      each.nodes.map(({ lines }) => Math.min(keptLines, lines.length + 1)),
      columnHeight(each, scale),
    );
  const isEnough = (scale: number): boolean =>
    racks.every((each) => {
      const [most, kept] = [linesAt(each, usual), linesAt(each, scale)];
      return leastHeight(each.nodes) <= columnHeight(each, scale) && most.every((lines, i) => (kept[i] ?? 0) >= lines);
    });
  return [usual, ...smaller.filter((each) => each < usual && isEnough(each))];
}

/** Height of the column of labels: that of the rack, or of its devices where they are higher. */
export function columnHeight({ rack, nodes }: Filled, scale: number): number {
  return Math.max(
    elevationHeight(rack, scale),
    nodes.reduce((sum, node) => sum + stackHeight(node, scale), 0),
  );
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
