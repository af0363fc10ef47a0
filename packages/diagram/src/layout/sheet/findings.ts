// The findings of a drawing, listed below it: sign, rule and message.
import type { SheetFinding } from '../../graph/index.ts';
import type { PlacedMark, PlacedText } from '../geometry/placed.ts';
import { textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { sentenceWidth } from '../pieces/arranged.ts';
import { markHeight, markWidth, placeMark } from '../pieces/marks.ts';

/** From a mark to its message, and from one finding to the next. */
const gap = { text: 10, row: 5 };
/** Lines of a message that are shown. */
const maxLines = 3;

export interface PlacedFindings {
  readonly marks: readonly PlacedMark[];
  readonly texts: readonly PlacedText[];
  /** Lower edge. */
  readonly bottom: number;
}

/** Places the list in a width, from its top left corner. */
export function placeFindings(findings: readonly SheetFinding[], x: number, y: number, width: number): PlacedFindings {
  const marks: PlacedMark[] = [];
  const texts: PlacedText[] = [];
  const { line, size } = typeOf.subtitle;
  // Messages begin at one level, behind the longest rule.
  const items = findings.map((each) => ({ ...each, mark: { ...each, text: each.rule } }));
  const column = Math.max(0, ...items.map(({ mark }) => markWidth(mark))) + gap.text;
  const room = Math.max(120, Math.min(sentenceWidth, width - column));
  let top = y;
  for (const { message, mark } of items) {
    marks.push(placeMark(mark, x, top, column));
    for (const [i, text] of shortened(message, room).entries())
      texts.push({
        text,
        role: 'subtitle',
        x: x + column,
        y: top + i * line + (markHeight + size * 0.7) / 2,
        anchor: 'start',
      });
    top += Math.max(markHeight, shortened(message, room).length * line) + gap.row;
  }
  return { marks, texts, bottom: findings.length === 0 ? y : top - gap.row };
}

/** A message in lines; the last one that is shown ends in `…` where there are more. */
function shortened(message: string, room: number): string[] {
  const lines = wrap(message, 'subtitle', room);
  if (lines.length <= maxLines) return lines;
  const last = lines[maxLines - 1] ?? '';
  const words = last.split(' ');
  while (words.length > 1 && textWidth(`${words.join(' ')} …`, 'subtitle') > room) words.pop();
  return [...lines.slice(0, maxLines - 1), `${words.join(' ')} …`];
}
