// A stack of equal devices in a rack: its front on the left, its rear on the right, its label between them.
import type { Face, RacksNode } from '../../graph/index.ts';
import type { Box, PlacedFace, PlacedStack, PlacedText } from '../geometry/placed.ts';
import { textWidth, typeOf } from '../geometry/typography.ts';
import { markHeight, markWidth, placeMark, signWidth } from '../pieces/marks.ts';
import type { LabelLine, PlacedLabel } from './labels.ts';

/** Left of labels, where lines lead to them, and right of them. */
export const beside = { left: 14, right: 8 };
/** Before each mark. */
const gap = 6;

/** Where the sides of a rack are: left edge and width, in pixels. */
export interface Sides {
  readonly front: Pick<Box, 'x' | 'width'>;
  readonly rear: Pick<Box, 'x' | 'width'>;
  /** Pixels of a metre. */
  readonly scale: number;
}

/** The column of labels between front and rear. */
export function columnOf({ front, rear }: Sides): { readonly x: number; readonly width: number } {
  const x = front.x + front.width + beside.left;
  return { x, width: rear.x - beside.right - x };
}

/**
 * @param at the upper edge of the stack, and the height of all its devices
 * @param isLed whether lines lead to the labels of the rack: some of them are not beside their devices
 */
export function placeStack(
  node: RacksNode,
  sides: Sides,
  { y, height }: { readonly y: number; readonly height: number },
  label: PlacedLabel,
  isLed: boolean,
): PlacedStack {
  const { front, rear, scale } = sides;
  const column = columnOf(sides);
  const marks = marksBeside(node, column.width);
  const taken = takenBy(node, column.width);
  const right = column.x + column.width;
  const placedMarks = marks.map(({ mark, width, x }) => placeMark(mark, right - taken + x, label.y, width));
  return {
    ...{ drawn: 'stack', node, x: front.x, y, width: rear.x + rear.width - front.x, height },
    texts: textsOf(label.lines, column.x, label.y, marks.length > 0),
    front: faceIn(front, node.front),
    rear: faceIn(rear, node.rear),
    label: { x: column.x, y: label.y, width: column.width, height: label.height },
    ...(isLed
      ? {
          leader: [
            { x: front.x + front.width, y: y + height / 2 },
            { x: column.x - 3, y: label.y + label.height / 2 },
          ],
        }
      : {}),
    ...(placedMarks.length === 0 ? {} : { marks: placedMarks }),
  };

  /** A device narrower than its rack is in the middle of it. */
  function faceIn(side: Pick<Box, 'x' | 'width'>, face: Face): PlacedFace {
    const width = Math.min(side.width, face.width * scale);
    const x = side.x + (side.width - width) / 2;
    return { ...{ face, scale, x, y, width, height }, count: node.count, each: height / node.count };
  }
}

/** How much of the first line of a label its marks take. */
export function takenBy(node: RacksNode, room: number): number {
  return marksBeside(node, room).reduce((sum, each) => sum + each.width + gap, 0);
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

/** @param isMarked whether a mark is beside the first line, which is as high as that */
function textsOf(lines: readonly LabelLine[], x: number, top: number, isMarked: boolean): PlacedText[] {
  let y = top;
  return lines.map(({ text, role }, i): PlacedText => {
    const { line, size } = typeOf[role];
    const height = isMarked && i === 0 ? markHeight : line;
    const base = y + (height + size * 0.7) / 2;
    y += height;
    return { text, role, x, y: base, anchor: 'start' };
  });
}
