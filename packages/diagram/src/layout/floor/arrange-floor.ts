// Halls from above, to scale: plans side by side, racks where they stand.
import { type FloorGraph, type FloorGroup, type FloorNode, grouped } from '../../graph/index.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
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
/** Width of a frame and height of the hall in it, and pixels of a metre at most: A4 upright has room for two side by side, on its side for three. */
const room = { width: 376, height: 320, scale: 54 };
/** Width of a page in landscape, divided by its height; most plans side by side. */
const [page, maxInLine] = [Math.SQRT2, 3];

/**
 * Arranges plans in lines; all are of one size.
 * @param shape width of the room divided by its height; that of a page on its side when not given
 */
export function arrangeFloor({ nodes, groups }: FloorGraph, shape?: number): Arranged {
  const inGroup = grouped(nodes, (node) => node.group);
  const placed: { readonly hall: PlacedHall; readonly runs: readonly PlacedRun[] }[] = [];
  const narrowest = Math.max(0, ...groups.map(headWidth));
  const { width: wide, height: tall } = sizeOf(groups[0] as FloorGroup, narrowest);
  const inLine =
    shape === undefined
      ? inLineOnPage(groups.length, { width: wide + gap, height: tall + gap })
      : Math.max(1, Math.min(maxInLine, largestIn(shape, groups.length, { width: wide + gap, height: tall + gap })));
  let width = 0;
  let height = 0;
  for (const [i, group] of groups.entries()) {
    const size = sizeOf(group, narrowest);
    const x = (i % inLine) * (size.width + gap);
    const y = Math.floor(i / inLine) * (size.height + gap);
    placed.push(placeHall(group, inGroup.get(group.id) ?? [], { x, y, ...size }));
    width = Math.max(width, x + size.width);
    height = Math.max(height, y + size.height);
  }
  return {
    nodes: placed.flatMap((each) => each.runs),
    groups: placed.map((each) => each.hall),
    ...{ trunks: [], texts: [], width, height },
  };
}

/** How many plans side by side can be read best on paper. */
function inLineOnPage(count: number, each: { readonly width: number; readonly height: number }): number {
  const ways = Array.from({ length: Math.min(maxInLine, count) }, (_, i) => {
    const [width, height] = [(i + 1) * each.width, Math.ceil(count / (i + 1)) * each.height];
    const size = Math.max(1, bodyOfA4({ width, height }));
    return { inLine: i + 1, size, off: Math.abs(Math.log(width / height / page)) };
  });
  return ways.sort((a, b) => a.size - b.size || a.off - b.off)[0]?.inLine ?? 1;
}

/** Pixels of a metre. */
function scaleOf(group: FloorGroup): number {
  const { width, depth } = group;
  const across = room.width - labelsWidth(group) - 2 * padding;
  return Math.min(room.scale, across / width, room.height / Math.max(depth, 1));
}

/** Room for the title of a plan and the line below it. */
function headWidth({ label, lines }: FloorGroup): number {
  const line = Math.max(0, ...lines.slice(0, 1).map((each) => textWidth(each, 'line')));
  return Math.min(room.width, Math.ceil(Math.max(textWidth(label, 'name'), line)) + 2 * padding);
}

/** Room for the names of rows, and for the tray across them. */
function labelsWidth({ rows }: FloorGroup): number {
  return Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, 'label')))) + 20;
}

function sizeOf(group: FloorGroup, narrowest: number): { readonly width: number; readonly height: number } {
  const scale = scaleOf(group);
  return {
    width: Math.max(narrowest, Math.ceil(group.width * scale) + labelsWidth(group) + 2 * padding),
    height: Math.ceil(group.depth * scale) + title + numbers + padding,
  };
}

/** To a part of a pixel that sums keep exactly: racks side by side share an edge. */
function onGrid(place: number): number {
  return Math.round(place * 2 ** 26) / 2 ** 26;
}

function placeHall(group: FloorGroup, nodes: readonly FloorNode[], box: Box) {
  const scale = scaleOf(group);
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
