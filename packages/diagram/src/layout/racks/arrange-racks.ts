// Racks in elevation: frames side by side, devices in them in their true relative height.
import { grouped, type RacksGraph, type RacksGroup } from '../../graph/index.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
import type { PlacedNode, PlacedRack } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import { type Arranged, usualWidth } from '../pieces/arranged.ts';
import { marksWidth } from '../pieces/marks.ts';
import { leastBesidePlan, placePlan } from '../sheet/plan.ts';
import { labelsOf } from './labels.ts';
import {
  columnHeight,
  elevationHeight,
  type Filled,
  footHeight,
  padding,
  scalesOf,
  stackHeight,
  titleHeight,
  usualScale,
} from './measures.ts';
import { placeRack } from './place-rack.ts';
import { beside, columnOf, placeStack, takenBy } from './place-stack.ts';

/** Narrowest and widest room for the words between front and rear; the widest at a smaller scale, and there beside marks. */
const text = { least: 150, most: 280, small: 170, marked: 230 };
/** Width of the numbers of rack units. */
const numbersWidth = 24;
const gap = { rack: 20, title: 18 };
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

/** Height that a second line of key figures takes, in pixels. */
const further = 100;
/** Height of a title and of two lines of key figures: that of a floor plan which is beside them. */
const heading = 210;

/** A4, A3: multiples of what can be read on A4. */
const papers = [1, Math.SQRT2];

/**
 * Arranges racks in lines, as many to a line as there is room for; for paper, to the largest scale at which A4 has room for them, or A3.
 * @param shape width of the room divided by its height; for paper when not given
 */
export function arrangeRacks(graph: RacksGraph, shape?: number): Arranged {
  const inRack = grouped(graph.nodes, (node) => node.group);
  const racks = graph.groups.map((rack): Filled => ({ rack, nodes: inRack.get(rack.id) ?? [] }));
  const [usual = usualScale, ...smaller] = scalesOf(racks);
  const steps = inLineOf(graph.groups, shape);
  const first = arrangeTo(usual, racks, steps);
  // An estimate: what follows the size of the whole sheet moves all racks with each figure more.
  const size = ({ width, height }: Arranged): number =>
    bodyOfA4({ width, height: height + further + heightOfPlan(graph, width) });
  if (shape !== undefined || size(first) <= 1) return first;
  // Racks in another number of lines are the last resort: there, one more moves others.
  const ways = [
    first,
    ...smaller.map((each) => arrangeTo(each, racks, steps)),
    ...[usual, ...smaller].flatMap((each) => [2, 3, 4].map((other) => arrangeTo(each, racks, other))),
  ];
  for (const paper of papers) {
    const found = ways.find((each) => size(each) <= paper);
    if (found !== undefined) return found;
  }
  return ways.reduce((best, each) => (size(each) < size(best) ? each : best));
}

/** Height that the plan of the floor takes above racks of a width, in pixels: beside key figures only what it is higher than these. */
function heightOfPlan({ plan }: RacksGraph, width: number): number {
  if (plan === undefined) return 0;
  const room = Math.max(usualWidth, width);
  const small = placePlan(plan, { x: 0, y: 0 }, room, 'small');
  return small.width + leastBesidePlan <= room
    ? Math.max(0, small.height - heading)
    : placePlan(plan, { x: 0, y: 0 }, width).height;
}

/**
 * @param scale pixels of a metre
 * @param steps racks in a line
 */
function arrangeTo(scale: number, racks: readonly Filled[], steps: number): Arranged {
  const rackWidth = widthOf(racks, scale);
  const placed: { readonly rack: PlacedRack; readonly nodes: readonly PlacedNode[] }[] = [];
  let y = 0;
  let width = 0;
  const side = sideWidth(racks, scale);
  for (const line of linesOf(racks, steps)) {
    const tallest = Math.max(...line.map((each) => columnHeight(each, scale)));
    const floor = y + titleHeight + gap.title + tallest;
    const foot = Math.max(...line.map(({ rack }) => footHeight(rack, rackWidth)));
    const height = titleHeight + gap.title + tallest + foot + padding;
    line.forEach((each, i) => {
      const x = i * (rackWidth + gap.rack);
      placed.push(rackWithDevices(each, { x, y, width: rackWidth, height, floor, scale, side }));
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
function widthOf(racks: readonly Filled[], scale: number): number {
  const side = sideWidth(racks, scale);
  const nodes = racks.flatMap((each) => each.nodes);
  const around = beside.left + beside.right;
  const isSmall = scale < usualScale;
  const within = (room: number, widths: readonly number[]): number => Math.min(room, Math.max(0, ...widths));
  const stacks = within(
    isSmall ? text.small : text.most,
    nodes.flatMap((each) => each.lines).map((line) => textWidth(line, 'label') + around),
  );
  const marked = within(
    isSmall ? text.marked : text.most,
    // A mark is beside the name of what it is on.
    nodes.map(({ label, marks }) =>
      marks === undefined ? 0 : textWidth(label, 'strong') + marksWidth(marks) + 8 + around,
    ),
  );
  const foot = within(
    (isSmall ? text.marked : text.most) + numbersWidth + 2 * side,
    racks.flatMap(({ rack }) => [...rack.lines.map((line) => textWidth(line, 'line')), marksWidth(rack.marks)]),
  );
  const between = Math.max(text.least, stacks, marked, foot - numbersWidth - 2 * side);
  return Math.ceil(numbersWidth + 2 * side + between + 2 * padding);
}

/** All racks of a drawing have one width on paper; narrower ones are in the middle of it. */
function sideWidth(racks: readonly Filled[], scale: number): number {
  return Math.ceil(Math.max(...racks.map(({ rack }) => rack.rack.width)) * scale);
}

/** How many racks are in a line; in a room with a shape, the wider it is the more. */
function inLineOf(racks: readonly RacksGroup[], shape: number | undefined): number {
  if (shape !== undefined) return Math.max(2, Math.round(shape * racksOfShape));
  return inLine.find(({ upTo }) => racks.length <= upTo)?.racks ?? racks.length;
}

function linesOf(racks: readonly Filled[], each: number): Filled[][] {
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

function rackWithDevices({ rack, nodes }: Filled, { floor, scale, side, ...box }: Slot) {
  const height = elevationHeight(rack, scale);
  const width = Math.ceil(rack.rack.width * scale);
  const inset = (side - width) / 2;
  const front = { x: box.x + padding + numbersWidth + inset, y: floor - height, width, height };
  const rear = { ...front, x: box.x + box.width - padding - side + inset };
  const sides = { front, rear, scale };
  const column = columnOf(sides);
  let top = floor;
  const stacks = nodes.map((node) => {
    const own = stackHeight(node, scale);
    top -= own;
    return { y: top, height: own };
  });
  const upper = Math.min(front.y, top);
  const labels = labelsOf(nodes, stacks, { y: upper, height: floor - upper }, column.width, (node) =>
    takenBy(node, column.width),
  );
  const isLed = labels.some(({ y, height: own }, i) => {
    const stack = stacks[i];
    return stack !== undefined && (y < stack.y - 1 || y + own > stack.y + stack.height + 1);
  });
  return {
    nodes: nodes.flatMap((node, i) => {
      const [stack, label] = [stacks[i], labels[i]];
      return stack === undefined || label === undefined ? [] : [placeStack(node, sides, stack, label, isLed)];
    }),
    rack: placeRack(rack, box, { front, rear, top, words: Math.min(floor, ...labels.map(({ y }) => y)) }, scale),
  };
}
