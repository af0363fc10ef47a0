// The frame of a rack: its title, its usable height with marks at rack units, its meter and figures below.
import type { RacksGroup } from '../../graph/index.ts';
import type { Box, Meter, PlacedRack, PlacedText } from '../geometry/placed.ts';
import { fit, typeOf } from '../geometry/typography.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { placeMarks } from '../pieces/marks.ts';
import { footLines, meterHeight, padding } from './measures.ts';
import { beside } from './place-stack.ts';

/** Every fourth rack unit has a mark; racks with more units than this have none. */
const [markStep, maxUnits] = [4, 120];

/** A rack from both sides. */
interface Elevation {
  readonly front: Box;
  readonly rear: Box;
  /** Level of the upper edge of its highest device. */
  readonly top: number;
  /** Level of the upper edge of its highest label. */
  readonly words: number;
}

/**
 * @param box the frame with its texts
 * @param scale pixels of a metre
 */
export function placeRack(group: RacksGroup, box: Box, elevation: Elevation, scale: number): PlacedRack {
  const { front, rear, top } = elevation;
  const floor = front.y + front.height;
  const left = box.x + padding;
  const width = box.width - 2 * padding;
  const meter: Meter = { ...{ x: left, y: floor + 10, width, height: meterHeight }, status: group.status };
  const { line, size } = typeOf.line;
  const lines = footLines(group, width);
  const texts = lines.map(
    (text, i): PlacedText => ({
      text: fit(text, 'line', width),
      role: 'line',
      x: left,
      y: meter.y + meterHeight + 8 + i * line + (line + size * 0.7) / 2,
      anchor: 'start',
    }),
  );
  const below = meter.y + meterHeight + 8 + lines.length * line;
  const marks = placeMarks(group.marks, left, below, width);
  const { marks: _, ...plain } = group;
  const title = groupTitle({ ...plain, lines: [] }, left, box.y + 20, width);
  return {
    ...{ drawn: 'rack', group, ...box },
    texts: [...title.texts, ...sideTexts(front, rear, Math.min(front.y, top)), ...freeText(group, elevation), ...texts],
    ...(marks.length === 0 ? {} : { marks }),
    meter,
    elevation: { ...front, marks: marksOf(group, front, floor, scale) },
    rear,
  };
}

function sideTexts(front: Box, rear: Box, top: number): PlacedText[] {
  return [
    { text: 'front', role: 'small', x: front.x, y: top - 5, anchor: 'start' },
    { text: 'rear', role: 'small', x: rear.x + rear.width, y: top - 5, anchor: 'end' },
  ];
}

/** In the middle of the space that is free, or of what labels leave of it, where it is high enough. */
function freeText({ rack }: RacksGroup, { front, rear, top, words }: Elevation): PlacedText[] {
  const bottom = Math.min(top, words);
  if (rack.free === '' || bottom - front.y < typeOf.label.line + 4) return [];
  const from = front.x + front.width + beside.left;
  const text = fit(rack.free, 'label', rear.x - beside.right - from);
  return [{ text, role: 'label', x: from, y: (front.y + bottom) / 2 + 4, anchor: 'start' }];
}

function marksOf({ rack }: RacksGroup, { y }: Box, floor: number, scale: number): { y: number; text: string }[] {
  const units = rack.unit > 0 && rack.height !== null ? Math.round(rack.height / rack.unit) : 0;
  if (units === 0 || units > maxUnits) return [];
  const unit = rack.unit * scale;
  // The name of the unit is where the first number would be.
  const marks = [{ y: floor - Math.max(unit / 2, 6), text: rack.unitName as string }];
  for (let i = markStep; i <= units; i += markStep) {
    const at = floor - (i - 0.5) * unit;
    // A number at the very top would overlap the frame.
    if (at - y > 8) marks.push({ y: at, text: String(i) });
  }
  return marks;
}
