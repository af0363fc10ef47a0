// Racks in elevation: frames side by side, devices in them in their true relative height.
import { grouped, type RacksGraph, type RacksGroup, type RacksNode } from '../../graph/index.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
import type { PlacedNode, PlacedRack } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { marksWidth } from '../pieces/marks.ts';
import { placePlan } from '../sheet/plan.ts';
import { elevationHeight, footHeight, leastUsual, padding, scalesOf, stackHeight, titleHeight } from './measures.ts';
import { placeRack } from './place-rack.ts';
import { placeStack } from './place-stack.ts';

/** Narrowest and widest room for the figures between front and rear; the widest at a smaller scale than the usual ones. */
const text = { least: 150, most: 280, small: 230 };
/** Width of the numbers of rack units. */
const numbersWidth = 24;
const gap = { rack: 28, title: 22 };
/**
 * Racks in a line, and up to how many there are so: about the shape of a page, in few steps, so that a rack more moves no other within
 * one of them.
 */
const inLine = [
  { racks: 3, upTo: 6 },
  { racks: 4, upTo: 12 },
  { racks: 6, upTo: Number.POSITIVE_INFINITY },
];

/** Racks in a line of a room as wide as it is high. */
const racksOfShape = 3;

/** Height that a second line of key figures and the gaps around a floor plan take. */
const further = 100;

/** A4, A3: multiples of what can be read on A4. */
const papers = [1, Math.SQRT2];

/**
 * Arranges racks in lines, as many to a line as there is room for; for paper, to the largest scale at which A4 has room for them, or A3.
 * @param shape width of the room divided by its height; for paper when not given
 */
export function arrangeRacks(graph: RacksGraph, shape?: number): Arranged {
  const [usual = 0, ...smaller] = scalesOf(graph.nodes);
  const steps = inLineOf(graph.groups, shape);
  const first = arrangeTo(usual, graph, steps);
  // The plan of the floor is above the racks, and key figures of feeds are in a second line. An estimate: what follows the size of the whole
  // sheet moves all racks with each figure more.
  const size = ({ width, height }: Arranged): number =>
    bodyOfA4({
      width,
      height: height + further + (graph.plan === undefined ? 0 : placePlan(graph.plan, 0, 0, width).height),
    });
  if (shape !== undefined || size(first) <= 1) return first;
  // Racks in another number of lines are the last resort: there, one more moves others.
  const ways = [
    first,
    ...smaller.map((each) => arrangeTo(each, graph, steps)),
    ...[usual, ...smaller].flatMap((each) => [2, 4].map((other) => arrangeTo(each, graph, other))),
  ];
  for (const paper of papers) {
    const found = ways.find((each) => size(each) <= paper);
    if (found !== undefined) return found;
  }
  return ways.reduce((best, each) => (size(each) < size(best) ? each : best));
}

/**
 * @param scale pixels of a metre
 * @param steps racks in a line
 */
function arrangeTo(scale: number, { nodes, groups }: RacksGraph, steps: number): Arranged {
  const inRack = grouped(nodes, (node) => node.group);
  const rackWidth = widthOf(groups, nodes, scale);
  const placed: { readonly rack: PlacedRack; readonly nodes: readonly PlacedNode[] }[] = [];
  let y = 0;
  let width = 0;
  const side = sideWidth(groups, scale);
  for (const line of linesOf(groups, steps)) {
    const devices = line.map((rack) => inRack.get(rack.id) ?? []);
    const stacks = devices.map((list) => list.reduce((sum, node) => sum + stackHeight(node, scale), 0));
    const tallest = Math.max(...line.map((rack) => elevationHeight(rack, scale)), ...stacks);
    const floor = y + titleHeight + gap.title + tallest;
    const height =
      titleHeight + gap.title + tallest + Math.max(...line.map((rack) => footHeight(rack, rackWidth))) + padding;
    line.forEach((rack, i) => {
      const x = i * (rackWidth + gap.rack);
      placed.push(rackWithDevices(rack, devices[i] ?? [], { x, y, width: rackWidth, height, floor, scale, side }));
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

/** All racks are drawn as wide as the one with the longest text needs. */
function widthOf(racks: readonly RacksGroup[], nodes: readonly RacksNode[], scale: number): number {
  const side = sideWidth(racks, scale);
  const stacks = Math.max(
    0,
    ...nodes.flatMap((each) => each.lines).map((line) => textWidth(line, 'label') + 16),
    // A mark is beside the name of what it is on.
    ...nodes.map(({ label, marks }) => (marks === undefined ? 0 : textWidth(label, 'strong') + marksWidth(marks) + 24)),
  );
  const foot = Math.max(
    0,
    ...racks.flatMap((each) => each.lines).map((line) => textWidth(line, 'line')),
    ...racks.map((each) => marksWidth(each.marks)),
  );
  const between = Math.max(stacks, foot - numbersWidth - 2 * side);
  return Math.ceil(
    numbersWidth +
      2 * side +
      Math.max(text.least, Math.min(scale < leastUsual ? text.small : text.most, between)) +
      2 * padding,
  );
}

/** All racks of a drawing have one width on paper; narrower ones are in the middle of it. */
function sideWidth(racks: readonly RacksGroup[], scale: number): number {
  return Math.ceil(Math.max(...racks.map(({ rack }) => rack.width)) * scale);
}

/** How many racks are in a line; in a room with a shape, the wider it is the more. */
function inLineOf(racks: readonly RacksGroup[], shape: number | undefined): number {
  if (shape !== undefined) return Math.max(2, Math.round(shape * racksOfShape));
  return inLine.find(({ upTo }) => racks.length <= upTo)?.racks ?? racks.length;
}

function linesOf(racks: readonly RacksGroup[], each: number): RacksGroup[][] {
  return Array.from({ length: Math.ceil(racks.length / each) }, (_, i) => racks.slice(i * each, (i + 1) * each));
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
  /** Width of front and rear. */
  readonly side: number;
}

function rackWithDevices(rack: RacksGroup, devices: readonly RacksNode[], { floor, scale, side, ...box }: Slot) {
  const height = elevationHeight(rack, scale);
  const width = Math.ceil(rack.rack.width * scale);
  const inset = (side - width) / 2;
  const front = { x: box.x + padding + numbersWidth + inset, y: floor - height, width, height };
  const rear = { ...front, x: box.x + box.width - padding - side + inset };
  let bottom = floor;
  const nodes = devices.map((node) => {
    const own = stackHeight(node, scale);
    bottom -= own;
    return placeStack(node, { front, rear, scale }, bottom, own);
  });
  return { rack: placeRack(rack, box, { front, rear, top: bottom }, scale), nodes };
}
