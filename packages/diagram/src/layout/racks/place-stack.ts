// A stack of equal devices in a rack: its front on the left, its rear on the right, its figures between them.
import type { Face, RacksNode } from '../../graph/index.ts';
import type { Box, PlacedFace, PlacedStack, PlacedText } from '../geometry/placed.ts';
import { fitName, textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight, markWidth, placeMark, signWidth } from '../pieces/marks.ts';

const padding = 8;
const separator = ' · ';
/** Before each mark. */
const gap = 6;

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
  const beside = marksBeside(node, right - left);
  const taken = beside.reduce((sum, each) => sum + each.width + gap, 0);
  const { lines, height: used } = linesThatFit(node, height, right - left, taken);
  const top = y + (height - used) / 2;
  const level = Math.min(top + (typeOf.strong.line - markHeight) / 2, y + height - markHeight);
  const marks = beside.map(({ mark, width, x }) => placeMark(mark, right - taken + x, Math.max(y, level), width));
  return {
    ...{ drawn: 'stack', node, x: front.x, y, width: rear.x + rear.width - front.x, height },
    texts: textsOf(lines, left, top),
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

/** Widths of marks in the line of the name, before the rear; where they and the name have no room there, their signs only. */
function marksBeside({ label, marks = [] }: RacksNode, room: number) {
  const whole = marks.reduce((sum, each) => sum + markWidth(each) + gap, 0);
  const isShort = whole > room - textWidth(label, 'strong');
  let x = gap;
  return marks.map((mark) => {
    const placed = { mark, x, width: isShort ? signWidth : markWidth(mark) };
    x += placed.width + gap;
    return placed;
  });
}

/**
 * As many lines as the stack is high; what has no line of its own is behind the last while there is room.
 * @param taken of the width of the first line, by marks
 */
function linesThatFit({ label, lines }: RacksNode, height: number, whole: number, taken: number) {
  const roomOf = (line: number): number => (line === 0 ? whole - taken : whole);
  const all = [label, ...lines].filter((each) => each !== '');
  const shown: Line[] = [];
  let used = 0;
  for (const [i, text] of all.entries()) {
    const role = i === 0 ? 'strong' : 'label';
    if (used + typeOf[role].line > height - 1) break;
    shown.push({ text: fitName(text, role, roomOf(i)), role });
    used += typeOf[role].line;
  }
  const last = shown.pop();
  if (last === undefined) return { lines: shown, height: used };
  const rest = all.slice(shown.length + 1);
  let { text } = last;
  for (const more of rest) {
    if (textWidth(text + separator + more, last.role) > roomOf(shown.length)) break;
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
