// Racks in elevation: frames side by side, devices in them in their true relative height.
import { grouped, type RacksGraph, type RacksGroup, type RacksNode } from '../../graph/index.ts';
import type { PlacedNode, PlacedRack } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import { type Arranged, usualWidth } from '../pieces/arranged.ts';
import { marksWidth } from '../pieces/marks.ts';
import { elevationHeight, footHeight, padding, scaleOf, stackHeight, titleHeight } from './measures.ts';
import { placeRack } from './place-rack.ts';
import { placeStack } from './place-stack.ts';

const minWidth = 216;
/** Longer texts are cut. */
const maxText = 300;
/** Width of the numbers of rack units. */
const numbersWidth = 24;
const gap = { rack: 28, title: 8, side: 6 };
const maxLine = 1500;
/** A few racks are drawn up to this much wider than they must be. */
const maxSpread = 1.35;

/** Arranges racks in lines, as many to a line as there is room for. */
export function arrangeRacks({ nodes, groups }: RacksGraph): Arranged {
  const inRack = grouped(nodes, (node) => node.group);
  const rackWidth = widthOf(groups);
  const scale = scaleOf(nodes);
  const placed: { readonly rack: PlacedRack; readonly nodes: readonly PlacedNode[] }[] = [];
  let y = 0;
  let width = 0;
  for (const line of linesOf(groups, rackWidth)) {
    const devices = line.map((rack) => inRack.get(rack.id) ?? []);
    const stacks = devices.map((list) => list.reduce((sum, node) => sum + stackHeight(node, scale), 0));
    const tallest = Math.max(...line.map((rack) => elevationHeight(rack, scale)), ...stacks);
    const floor = y + titleHeight + gap.title + tallest;
    const height = titleHeight + gap.title + tallest + Math.max(...line.map(footHeight)) + padding;
    line.forEach((rack, i) => {
      const x = i * (rackWidth + gap.rack);
      placed.push(rackWithDevices(rack, devices[i] ?? [], { x, y, width: rackWidth, height, floor, scale }));
    });
    width = Math.max(width, line.length * (rackWidth + gap.rack) - gap.rack);
    y += height + gap.rack;
  }
  return {
    nodes: placed.flatMap((each) => each.nodes),
    groups: placed.map((each) => each.rack),
    trunks: [],
    texts: [],
    width,
    height: Math.max(0, y - gap.rack),
  };
}

/** All racks are as wide as the one with the longest text: they are the same size on the floor. */
function widthOf(racks: readonly RacksGroup[]): number {
  const texts = racks.flatMap(({ label, lines, marks }) => [
    Math.min(maxText, marksWidth(marks)),
    Math.min(maxText, textWidth(label, 'name')),
    ...lines.map((text) => Math.min(maxText, textWidth(text, 'line'))),
  ]);
  const least = Math.ceil(Math.max(minWidth, ...texts)) + 2 * padding;
  const share = Math.floor((usualWidth + gap.rack) / Math.max(1, racks.length) - gap.rack);
  return Math.max(least, Math.min(least * maxSpread, share));
}

function linesOf(racks: readonly RacksGroup[], width: number): RacksGroup[][] {
  const lines: RacksGroup[][] = [];
  let room = 0;
  for (const rack of racks) {
    if (lines.length === 0 || room + width > maxLine) {
      lines.push([]);
      room = 0;
    }
    lines.at(-1)?.push(rack);
    room += width + gap.rack;
  }
  return lines;
}

/** Where a rack is placed; `floor` is the level its devices are stacked from. */
interface Slot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly floor: number;
  /** Pixels of a metre. */
  readonly scale: number;
}

function rackWithDevices(rack: RacksGroup, devices: readonly RacksNode[], { floor, scale, ...box }: Slot) {
  const height = elevationHeight(rack, scale);
  const elevation = { x: box.x + padding, y: floor - height, width: box.width - 2 * padding, height };
  let bottom = floor;
  const nodes = devices.map((node) => {
    const own = stackHeight(node, scale);
    bottom -= own;
    return placeStack(node, {
      x: elevation.x + numbersWidth,
      y: bottom,
      width: elevation.width - numbersWidth - gap.side,
      height: own,
    });
  });
  return { rack: placeRack(rack, box, elevation, scale), nodes };
}
