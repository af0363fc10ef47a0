// The title of a frame: its name, and its first line of figures beside it.
import type { Labeled } from '../../graph/index.ts';
import type { PlacedMark, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth } from '../geometry/typography.ts';
import { markHeight, markWidth, placeMark, signWidth } from './marks.ts';

/** Before each mark. */
const gap = 8;
/** Share of a title line that marks may take before they are shortened to their signs. */
const maxShare = 0.6;

/** A title with the marks beside it. */
export interface GroupTitle {
  readonly texts: PlacedText[];
  readonly marks?: readonly PlacedMark[];
}

/** Width of the marks of a frame side by side, with the gap before each. */
export function titleMarksWidth({ marks = [] }: Labeled): number {
  return marks.reduce((sum, each) => sum + markWidth(each) + gap, 0);
}

/** A title in one line, from a point on its base line, with marks behind it; cut to the room it has. */
export function groupTitle(group: Labeled, x: number, y: number, room: number): GroupTitle {
  const whole = titleMarksWidth(group);
  const short = whole > room * maxShare;
  const { marks = [] } = group;
  const reserved = short ? marks.length * (signWidth + gap) : whole;
  const texts = titleTexts(group, x, y, room - reserved);
  let next = x + texts.reduce((end, { text, role, x: left }) => Math.max(end, left - x + textWidth(text, role)), 0);
  const placed = marks.map((mark) => {
    const at = placeMark(mark, next + gap, y - markHeight + 4.5, short ? signWidth : markWidth(mark));
    next += gap + at.width;
    return at;
  });
  return { texts, ...(placed.length === 0 ? {} : { marks: placed }) };
}

/** A title without marks. */
function titleTexts(group: Labeled, x: number, y: number, room: number): PlacedText[] {
  const name = fit(group.label, 'name', room);
  const rest = room - textWidth(name, 'name') - 10;
  const [line = ''] = group.lines;
  return [
    { text: name, role: 'name', x, y, anchor: 'start' },
    ...(line === '' || rest < 30
      ? []
      : [
          {
            text: fit(line, 'line', rest),
            role: 'line',
            x: x + textWidth(name, 'name') + 10,
            y,
            anchor: 'start',
          } as const,
        ]),
  ];
}
