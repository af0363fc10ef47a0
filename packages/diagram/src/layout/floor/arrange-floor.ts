// Halls from above, to scale: plans side by side, racks where they stand.
import { type FloorGraph, type FloorGroup, type FloorNode, grouped } from '../../graph/index.ts';
import { bodies } from '../geometry/paper.ts';
import type { Box, PlacedHall, PlacedRun, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { largestIn } from '../pieces/largest-in.ts';
import { markWidth, placeMark, signWidth } from '../pieces/marks.ts';

const padding = 14;
const gap = 24;
const title = 44;
/** Room for the numbers of positions above the racks. */
const numbers = 16;
/** Width of a frame and height of the hall in it where the drawing isn't for paper. */
const usual: HallRoom = { width: 376, height: 320 };
/** Pixels of a metre: few scales, so that a row more leaves racks where they are. At the largest a rack and its figure are read. */
const scales = [45, 38, 32, 27, 22, 18, 15, 12.5, 10, 8, 6.5, 5, 4, 3.2, 2.5, 2] as const;
/** Plans side by side, at most. */
const maxInLine = 4;

/** Room for a plan: width of its frame, and height of the hall in it. */
interface HallRoom {
  readonly width: number;
  readonly height: number;
}

/**
 * Arranges plans in lines; all are of one size.
 * @param shape width of the room divided by its height; that of a page on its side when not given
 */
export function arrangeFloor({ nodes, groups }: FloorGraph, shape?: number): Arranged {
  const inGroup = grouped(nodes, (node) => node.group);
  const placed: { readonly hall: PlacedHall; readonly runs: readonly PlacedRun[] }[] = [];
  const [first] = groups as [FloorGroup];
  const { inLine, room } = shape === undefined ? onPage(groups) : { inLine: inShape(groups, shape), room: usual };
  const narrowest = Math.max(0, ...groups.map((each) => headWidth(each, room)));
  let width = 0;
  let height = 0;
  for (const [i, group] of groups.entries()) {
    const size = sizeOf(group, narrowest, room);
    const x = (i % inLine) * (size.width + gap);
    const y = Math.floor(i / inLine) * (size.height + gap);
    placed.push(placeHall(group, inGroup.get(group.id) ?? [], { x, y, ...size }, scaleOf(first, room)));
    width = Math.max(width, x + size.width);
    height = Math.max(height, y + size.height);
  }
  return {
    nodes: placed.flatMap((each) => each.runs),
    groups: placed.map((each) => each.hall),
    ...{ trunks: [], texts: [], width, height },
  };
}

/** How many plans are side by side, and how large each may be, so that they are to the largest scale on A4, upright or on its side. */
function onPage(groups: readonly FloorGroup[]): { readonly inLine: number; readonly room: HallRoom } {
  const [first] = groups as [FloorGroup];
  const ways = bodies.flatMap((page) =>
    Array.from({ length: Math.min(maxInLine, groups.length) }, (_, i) => {
      const lines = Math.ceil(groups.length / (i + 1));
      const room = {
        width: Math.floor((page.width - i * gap) / (i + 1)),
        height: Math.floor((page.height - (lines - 1) * gap) / lines) - title - numbers - padding,
      };
      return { inLine: i + 1, lines, room, scale: scaleOf(first, room) };
    }),
  );
  const isBetter = (one: (typeof ways)[number], other: (typeof ways)[number]): boolean =>
    one.scale === other.scale ? one.lines < other.lines : one.scale > other.scale;
  return ways.reduce((best, each) => (isBetter(each, best) ? each : best));
}

function inShape(groups: readonly FloorGroup[], shape: number): number {
  const narrowest = Math.max(0, ...groups.map((each) => headWidth(each, usual)));
  const { width, height } = sizeOf(groups[0] as FloorGroup, narrowest, usual);
  const each = { width: width + gap, height: height + gap };
  return Math.max(1, Math.min(maxInLine, largestIn(shape, groups.length, each)));
}

/** Pixels of a metre. */
function scaleOf(group: FloorGroup, room: HallRoom): number {
  const { width, depth } = group;
  const across = room.width - labelsWidth(group) - 2 * padding;
  const most = Math.min(across / width, room.height / Math.max(depth, 1));
  return scales.find((each) => each <= most) ?? most;
}

/** Room for the title of a plan and the line below it. */
function headWidth({ label, lines }: FloorGroup, room: HallRoom): number {
  const line = Math.max(0, ...lines.slice(0, 1).map((each) => textWidth(each, 'line')));
  return Math.min(room.width, Math.ceil(Math.max(textWidth(label, 'name'), line)) + 2 * padding);
}

/** Room for the names of rows, and for the tray across them. */
function labelsWidth({ rows }: FloorGroup): number {
  return Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, 'label')))) + 20;
}

function sizeOf(
  group: FloorGroup,
  narrowest: number,
  room: HallRoom,
): { readonly width: number; readonly height: number } {
  const scale = scaleOf(group, room);
  return {
    width: Math.max(narrowest, Math.ceil(group.width * scale) + labelsWidth(group) + 2 * padding),
    height: Math.ceil(group.depth * scale) + title + numbers + padding,
  };
}

/** To a part of a pixel that sums keep exactly: racks side by side share an edge. */
function onGrid(place: number): number {
  return Math.round(place * 2 ** 26) / 2 ** 26;
}

function placeHall(group: FloorGroup, nodes: readonly FloorNode[], box: Box, scale: number) {
  const left = box.x + padding + labelsWidth(group);
  const top = box.y + title + numbers;
  const runs = nodes.map((node): PlacedRun => {
    const x = onGrid(left + node.x * scale);
    const width = onGrid(left + (node.x + node.count * group.rack.width) * scale) - x;
    const own = { x, y: top + node.y * scale, width, height: group.rack.depth * scale };
    return {
      ...{ drawn: 'run', node, ...own, each: width / node.count },
      texts: runTexts(node, own),
      ...runMarks(node, own),
    };
  });
  const name = groupTitle({ ...group, lines: [] }, box.x + padding, box.y + 20, box.width - 2 * padding);
  const texts: PlacedText[] = [
    ...name.texts,
    ...group.lines.slice(0, 1).map((text): PlacedText => {
      const shown = fit(text, 'line', box.width - 2 * padding);
      return { text: shown, role: 'line', x: box.x + padding, y: box.y + 36, anchor: 'start' };
    }),
    ...group.rows.map(({ y, label }): PlacedText => {
      const middle = top + (y + group.rack.depth / 2) * scale;
      return { text: label, role: 'label', x: box.x + padding, y: middle + typeOf.label.size * 0.35, anchor: 'start' };
    }),
    ...positionTexts(group, left, top, scale),
    ...group.aisles.flatMap(({ y, depth, label }): PlacedText[] => {
      const fits = depth * scale >= typeOf.small.line && group.width * scale >= textWidth(label, 'small') + 8;
      const middle = top + (y + depth / 2) * scale + typeOf.small.size * 0.35;
      return fits ? [{ text: label, role: 'small', x: left + 4, y: middle, anchor: 'start' }] : [];
    }),
  ];
  const floor = { x: left, y: top, width: group.width * scale, height: group.depth * scale };
  const trays = group.tray ? group.rows.map(({ y }) => top + (y + group.rack.depth / 2) * scale) : [];
  const hall: PlacedHall = { ...{ drawn: 'hall', group, ...box, ...name, texts }, floor, trays };
  return { hall, runs };
}

/** Numbers of positions, as many as have room beside each other. */
function positionTexts({ positions, rack }: FloorGroup, left: number, top: number, scale: number): PlacedText[] {
  let free = Number.NEGATIVE_INFINITY;
  return positions.flatMap(({ x, label }): PlacedText[] => {
    const [middle, half] = [left + (x + rack.width / 2) * scale, textWidth(label, 'small') / 2];
    if (middle - half < free) return [];
    free = middle + half + 4;
    return [{ text: label, role: 'small', x: middle, y: top - 5, anchor: 'middle' }];
  });
}

/** Marks at the upper edge of racks side by side, each as its sign where it has no room; the texts stay below them. */
function runMarks({ marks = [] }: FloorNode, { x, y, width }: Box): Pick<PlacedRun, 'marks'> {
  if (marks.length === 0) return {};
  const each = width / marks.length - 2;
  const room = marks.every((mark) => markWidth(mark) <= each) ? each : signWidth;
  return { marks: marks.map((mark, i) => placeMark(mark, x + 1 + i * (room + 2), y + 1, room)) };
}

/** A figure that would cover more of its racks than one part in so many isn't written on them. */
const covered = 1.6;

/** The figure of each of the racks, where it fits; the tooltip has it in any case. */
function runTexts({ lines }: FloorNode, { x, y, width, height }: Box): PlacedText[] {
  const [text = ''] = lines.filter((each) => width >= textWidth(each, 'strong') * covered);
  if (text === '' || height < typeOf.strong.line + 2) return [];
  return [{ text, role: 'strong', x: x + width / 2, y: y + height / 2 + typeOf.strong.size * 0.35, anchor: 'middle' }];
}
