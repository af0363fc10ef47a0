// A stack of equal devices in a rack: its front on the left, its rear on the right, its figures between them.
import type { Face, RacksNode } from '../../graph/index.ts';
import type { Box, PlacedFace, PlacedMark, PlacedStack, PlacedText } from '../geometry/placed.ts';
import { fitName, textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight, markWidth, placeMark, signWidth } from '../pieces/marks.ts';

const padding = 8;
const separator = ' · ';
/** From one mark to the next. */
const step = markHeight + 2;

interface Line {
  readonly text: string;
  readonly role: 'strong' | 'label';
}

/** Where the sides of a rack are: left edge and width, in pixels. */
export interface Sides {
  readonly front: Pick<Box, 'x' | 'width'>;
  readonly rear: Pick<Box, 'x' | 'width'>;
  /** Pixels of a metre. */
  readonly scale: number;
}

/**
 * @param y upper edge of the stack
 * @param height of all its devices
 */
export function placeStack(node: RacksNode, { front, rear, scale }: Sides, y: number, height: number): PlacedStack {
  const left = front.x + front.width + padding;
  const right = rear.x - padding;
  const marks = marksIn(node, left, right, y, height);
  const taken = marks.length === 0 ? 0 : Math.max(...marks.map((each) => each.width)) + padding;
  const { lines, height: used } = linesThatFit(node, height, right - left - taken);
  return {
    ...{ drawn: 'stack', node, x: front.x, y, width: rear.x + rear.width - front.x, height },
    texts: textsOf(lines, left, y + (height - used) / 2),
    front: faceIn(front, node.front),
    rear: faceIn(rear, node.rear),
    ...(marks.length === 0 ? {} : { marks }),
  };

  /** A device narrower than its rack is in the middle of it. */
  function faceIn(side: Pick<Box, 'x' | 'width'>, face: Face): PlacedFace {
    const width = Math.min(side.width, face.width * scale);
    const x = side.x + (side.width - width) / 2;
    return { ...{ face, scale, x, y, width, height }, count: node.count, each: height / node.count };
  }
}

/** Marks before the rear, as many as the stack is high; beside a name that needs its room, their signs only. */
function marksIn(
  { label, marks = [] }: RacksNode,
  left: number,
  right: number,
  y: number,
  height: number,
): PlacedMark[] {
  const room = right - left - textWidth(label, 'strong') - padding;
  const fitting = marks.slice(0, Math.max(1, Math.floor((height - 1) / step)));
  const top = y + Math.max((height - fitting.length * step + (step - markHeight)) / 2, 0);
  return fitting.map((mark, i) => {
    const width = markWidth(mark) <= room ? markWidth(mark) : signWidth;
    return placeMark(mark, right - width, top + i * step, width);
  });
}

/** As many lines as the stack is high; what has no line of its own is behind the last while there is room. */
function linesThatFit({ label, lines }: RacksNode, height: number, room: number) {
  const all = [label, ...lines].filter((each) => each !== '');
  const shown: Line[] = [];
  let used = 0;
  for (const [i, text] of all.entries()) {
    const role = i === 0 ? 'strong' : 'label';
    if (used + typeOf[role].line > height - 1) break;
    shown.push({ text: fitName(text, role, room), role });
    used += typeOf[role].line;
  }
  const last = shown.pop();
  if (last === undefined) return { lines: shown, height: used };
  const rest = all.slice(shown.length + 1);
  let { text } = last;
  for (const more of rest) {
    if (textWidth(text + separator + more, last.role) > room) break;
    text += separator + more;
  }
  return { lines: [...shown, { ...last, text }], height: used };
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
