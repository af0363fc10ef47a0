// A stack of equal devices in a rack: one box, with a line between one device and the next.
import type { RacksNode } from '../../graph/index.ts';
import type { Box, PlacedMark, PlacedStack, PlacedText } from '../geometry/placed.ts';
import { fitName, textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight, markWidth, placeMark, signWidth } from '../pieces/marks.ts';

/** Width of the ladder that shows devices that are lower than their text. */
const ladder = 44;
/** Lines closer than this are not drawn. */
const minCuts = 3;
const padding = { text: 14, side: 24, plate: 8 };
const roles = ['strong', 'label', 'label'] as const;

interface Line {
  readonly text: string;
  readonly role: 'strong' | 'label';
}

export function placeStack(node: RacksNode, box: Box): PlacedStack {
  const each = box.height / node.count;
  const whole = [node.label, ...node.lines].slice(0, 3).reduce((sum, _, i) => sum + typeOf[roleOf(i)].line, 0);
  // The text is inside one device where there is room, and beside a ladder of them where there is none.
  const inside = node.count === 1 || each >= whole + 8;
  const separated = each >= minCuts;
  const side = !inside && separated ? ladder : 0;
  const marks = marksIn(node, box, side);
  const taken = marks.length === 0 ? 0 : Math.max(...marks.map((each) => each.width)) + 6;
  const { lines, height } = linesThatFit(node, box, box.width - padding.side - side - taken);
  const [from, length] = inside ? [box.x, box.width] : [box.x + box.width - ladder, ladder];
  const cuts = Array.from({ length: separated ? node.count - 1 : 0 }, (_, i) => ({
    x: from,
    y: box.y + (i + 1) * each,
    length,
  }));
  const top = box.y + ((inside ? each : box.height) - height) / 2;
  const hatched = node.status.value === null && lines.length > 0;
  const width = Math.max(0, ...lines.map(({ text, role }) => textWidth(text, role))) + 12;
  const plate = { x: box.x + padding.plate, y: top - 2, width, height: height + 4 };
  return {
    ...{ drawn: 'stack', node, ...box },
    texts: textsOf(lines, box.x + padding.text, top),
    cuts,
    ...(hatched ? { plate } : {}),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

/** Marks at the right, as many as the box is high; beside a text that needs its room, their signs only. */
function marksIn({ label, lines, marks = [] }: RacksNode, box: Box, side: number): PlacedMark[] {
  const text = Math.max(textWidth(label, 'strong'), textWidth(lines[0] ?? '', 'label'));
  const room = box.width - padding.side - side - text - 6;
  const fitting = Math.max(1, Math.floor((box.height - 1) / (markHeight + 2)));
  const top =
    box.y + Math.max((box.height - markHeight) / 2 - ((Math.min(fitting, marks.length) - 1) * (markHeight + 2)) / 2, 0);
  return marks.slice(0, fitting).map((mark, i) => {
    const width = markWidth(mark) <= room ? markWidth(mark) : signWidth;
    return placeMark(mark, box.x + box.width - side - width - 6, top + i * (markHeight + 2), width);
  });
}

function roleOf(line: number): 'strong' | 'label' {
  return roles[line] ?? 'label';
}

/** As many lines as the box is high. */
function linesThatFit({ label, lines }: RacksNode, box: Box, room: number) {
  const shown: Line[] = [];
  let height = 0;
  for (const [i, text] of [label, ...lines].entries()) {
    const role = roleOf(i);
    if (height + typeOf[role].line > box.height - 1) break;
    shown.push({ text: fitName(text, role, room), role });
    height += typeOf[role].line;
  }
  return { lines: shown, height };
}

function textsOf(lines: readonly Line[], x: number, top: number): PlacedText[] {
  let y = top;
  return lines.map(({ text, role }): PlacedText => {
    const { line, size } = typeOf[role];
    const base = y + (line + size * 0.7) / 2;
    y += line;
    return { text, role, x, y: base, anchor: 'start' };
  });
}
