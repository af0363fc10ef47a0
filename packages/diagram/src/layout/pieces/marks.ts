// Marks of findings: a sign and the name of a rule, each on a ground of its own.
import type { Mark } from '../../graph/index.ts';
import type { PlacedMark } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';

const role = 'strong';
/** Room left of the text for the sign, and right of it. */
const padding = { left: 19, right: 7 };
/** Height of a mark, and from one to the next. */
export const markHeight = 17;
const step = markHeight + 3;
/** From what is above to the first of several. */
const lead = 4;
/** Width of a mark that is its sign alone. */
export const signWidth = 17;

/** Width of a mark that isn't cut. */
export function markWidth({ text }: Mark): number {
  return Math.ceil(textWidth(text, role)) + padding.left + padding.right;
}

/** Width of the widest of some marks that are one below the other; 0 for none. */
export function marksWidth(marks: readonly Mark[] = []): number {
  return Math.max(0, ...marks.map(markWidth));
}

/** Height of marks one below the other, with the gap above them; 0 for none. */
export function marksHeight(marks: readonly Mark[] = []): number {
  return marks.length === 0 ? 0 : lead + marks.length * step - (step - markHeight);
}

/** Places a mark by its top left corner, in at most a width; where there is too little for its text, its sign alone. */
export function placeMark(mark: Mark, x: number, y: number, room: number): PlacedMark {
  const { size } = typeOf[role];
  const width = Math.min(markWidth(mark), room);
  const fits = width >= markWidth(mark) || width > 3 * signWidth;
  const text = fits ? fit(mark.text, role, width - padding.left - padding.right + 1) : '';
  return {
    ...{ mark, x, y, width: fits ? width : signWidth, height: markHeight },
    label: { text, role, x: x + padding.left, y: y + (markHeight + size * 0.7) / 2, anchor: 'start' },
  };
}

/** Places marks one below the other, `lead` pixels below a level. */
export function placeMarks(marks: readonly Mark[] = [], x: number, y: number, room: number): PlacedMark[] {
  return marks.map((mark, i) => placeMark(mark, x, y + lead + i * step, room));
}

/** The same, each in the middle of a width. */
export function centerMarks(marks: readonly Mark[] = [], center: number, y: number, room: number): PlacedMark[] {
  return marks.map((mark, i) => {
    const width = Math.min(markWidth(mark), room);
    return placeMark(mark, center - width / 2, y + lead + i * step, room);
  });
}
