// Racks in elevation: frames side by side, devices in them in their true relative height.
import { type Graph, type Group, grouped, type Node } from '../../graph/index.ts';
import type { Box, Meter, PlacedGroup, PlacedNode, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import { type Arranged, usualWidth } from '../pieces/arranged.ts';
import { titleTexts } from '../pieces/group-title.ts';

/** Pixels of a metre: 44 open rack units come to 380. */
const scale = 180;
const rackWidth = 216;
/** Longer texts are cut. */
const widestText = 300;
const marksWidth = 24;
const gap = 28;
const widestLine = 1500;
/** A few racks are drawn up to this much wider than they must be. */
const widest = 1.35;
/** Width of the ladder that shows devices that are lower than their text. */
const ladder = 44;
const padding = 14;
const title = 28;
const meterHeight = 5;
/** Height drawn for a device or rack that does not say its own, in m. */
const assumedHeight = { device: 0.048, rack: 2 };
/** Separators are drawn down to this distance. */
const closestCuts = 3;

/** Arranges racks in lines, as many to a line as there is room for. */
export function arrangeRacks(graph: Graph): Arranged {
  const inRack = grouped(graph.nodes, (node) => node.group);
  const racks = graph.groups.filter((each) => each.kind === 'rack');
  // All racks are as wide as the one with the longest text: they are the same size on the floor.
  const least =
    Math.ceil(
      Math.max(
        rackWidth,
        ...racks.flatMap((rack) => [
          Math.min(widestText, textWidth(rack.label, 'name')),
          ...rack.lines.map((text) => Math.min(widestText, textWidth(text, 'line'))),
        ]),
      ),
    ) +
    2 * padding;
  const own = Math.max(
    least,
    Math.min(least * widest, Math.floor((usualWidth + gap) / Math.max(1, racks.length) - gap)),
  );

  const lines: Group[][] = [];
  let room = 0;
  for (const rack of racks) {
    if (lines.length === 0 || room + own > widestLine) {
      lines.push([]);
      room = 0;
    }
    (lines.at(-1) as Group[]).push(rack);
    room += own + gap;
  }

  const nodes: PlacedNode[] = [];
  const groups: PlacedGroup[] = [];
  let y = 0;
  let width = 0;
  for (const line of lines) {
    const frames = line.map((rack) => frameHeight(rack));
    const stacks = line.map((rack) => (inRack.get(rack.id) ?? []).reduce((sum, node) => sum + stackHeight(node), 0));
    const texts = Math.max(...line.map(footHeight));
    const tallest = Math.max(...frames, ...stacks);
    const floor = y + title + 8 + tallest;
    let x = 0;
    line.forEach((rack, i) => {
      const frame = {
        x: x + padding,
        y: floor - (frames[i] as number),
        width: own - 2 * padding,
        height: frames[i] as number,
      };
      groups.push(placeRack(rack, { x, y, width: own, height: title + 8 + tallest + texts + padding }, frame, floor));
      let bottom = floor;
      for (const node of inRack.get(rack.id) ?? []) {
        const height = stackHeight(node);
        bottom -= height;
        nodes.push(
          placeDevices(node, { x: frame.x + marksWidth, y: bottom, width: frame.width - marksWidth - 6, height }),
        );
      }
      x += own + gap;
    });
    width = Math.max(width, x - gap);
    y += title + 8 + tallest + texts + padding + gap;
  }
  return { nodes, groups, trunks: [], texts: [], width, height: Math.max(0, y - gap) };
}

function frameHeight(rack: Group): number {
  return Math.round((rack.rack?.height ?? assumedHeight.rack) * scale);
}

function stackHeight(node: Node): number {
  return (node.height ?? assumedHeight.device) * node.count * scale;
}

function footHeight(rack: Group): number {
  return 10 + rack.lines.length * typeOf.line.line + (rack.status === undefined ? 0 : meterHeight + 8);
}

function placeRack(group: Group, box: Box, frame: Box, floor: number): PlacedGroup {
  const texts: PlacedText[] = titleTexts({ ...group, lines: [] }, box.x + padding, box.y + 20, box.width - 2 * padding);
  let y = floor + 10;
  let meter: Meter | undefined;
  if (group.status !== undefined) {
    meter = { x: frame.x, y, width: frame.width, height: meterHeight, status: group.status };
    y += meterHeight + 8;
  }
  for (const text of group.lines) {
    const { line, size } = typeOf.line;
    const shown = fit(text, 'line', box.x + box.width - padding - frame.x);
    texts.push({ text: shown, role: 'line', x: frame.x, y: y + (line + size * 0.7) / 2, anchor: 'start' });
    y += line;
  }
  const unit = (group.rack?.unit ?? 0) * scale;
  const marks: { y: number; text: string }[] = [];
  const units = unit > 0 && group.rack?.height != null ? Math.round(group.rack.height / group.rack.unit) : 0;
  for (let i = 4; i <= units && units <= 120; i += 4) {
    const at = floor - (i - 0.5) * unit;
    // A number at the very top would lie on the frame.
    if (at - frame.y > 8) marks.push({ y: at, text: String(i) });
  }
  // The unit of the numbers stands where the first would.
  if (units > 0 && units <= 120) marks.unshift({ y: floor - Math.max(unit / 2, 6), text: group.rack?.unitName ?? '' });
  const placed = { group, ...box, texts, frame: { ...frame, marks } };
  return meter === undefined ? placed : { ...placed, meter };
}

/** A stack of equal devices: one box, cut where one device ends and the next begins. */
function placeDevices(node: Node, box: Box): PlacedNode {
  const texts: PlacedText[] = [];
  const each = box.height / node.count;
  const wanted = [node.label, ...node.lines];
  const roles = ['strong', 'label', 'label'] as const;
  const whole = wanted.slice(0, 3).reduce((sum, _, i) => sum + typeOf[roles[i] ?? 'label'].line, 0);
  // The text stands in one device where there is room, and beside a ladder of them where there is none.
  const alone = node.count === 1 || each >= whole + 8;
  const parted = !alone && each >= closestCuts;
  const room = box.width - 24 - (parted ? ladder : 0);
  const shown: { text: string; role: 'strong' | 'label' }[] = [];
  let height = 0;
  for (const [i, text] of wanted.entries()) {
    const role = roles[i] ?? 'label';
    if (height + typeOf[role].line > box.height - 1) break;
    shown.push({ text: fit(text, role, room), role });
    height += typeOf[role].line;
  }
  const [from, length] = alone ? [box.x, box.width] : [box.x + box.width - ladder, ladder];
  const cuts = Array.from({ length: each < closestCuts ? 0 : node.count - 1 }, (_, i) => ({
    x: from,
    y: box.y + (i + 1) * each,
    length,
  }));
  const top = box.y + ((alone ? each : box.height) - height) / 2;
  const width = Math.max(0, ...shown.map(({ text, role }) => textWidth(text, role))) + 12;
  const hatched = node.status?.value === null && shown.length > 0;
  const plate = hatched ? { plate: { x: box.x + 8, y: top - 2, width, height: height + 4 } } : {};
  let y = top;
  for (const { text, role } of shown) {
    const { line, size } = typeOf[role];
    texts.push({ text, role, x: box.x + 14, y: y + (line + size * 0.7) / 2, anchor: 'start' });
    y += line;
  }
  return { node, ...box, texts, cuts, ...plate };
}
