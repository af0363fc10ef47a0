// The title of a frame: its name, and its first line of figures beside it.
import type { Labeled } from '../../graph/index.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { fit, textWidth } from '../geometry/typography.ts';

/** A title in one line, from a point on its base line; cut to the room it has. */
export function titleTexts(group: Labeled, x: number, y: number, room: number): PlacedText[] {
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
