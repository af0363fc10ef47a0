// The frame of a rack: its title, its usable height with marks at rack units, its meter and figures below.
import type { RacksGroup } from '../../graph/index.ts';
import type { Box, Meter, PlacedRack, PlacedText } from '../geometry/placed.ts';
import { fit, typeOf } from '../geometry/typography.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { placeMarks } from '../pieces/marks.ts';
import { meterHeight, padding } from './measures.ts';

/** Every fourth rack unit has a mark; racks with more units than this have none. */
const [markStep, maxUnits] = [4, 120];

/**
 * @param box the frame with its texts
 * @param elevation the usable height of the rack
 * @param scale pixels of a metre
 */
export function placeRack(group: RacksGroup, box: Box, elevation: Box, scale: number): PlacedRack {
  const floor = elevation.y + elevation.height;
  const meter: Meter = {
    ...{ x: elevation.x, y: floor + 10, width: elevation.width, height: meterHeight },
    status: group.status,
  };
  const { line, size } = typeOf.line;
  const texts = group.lines.map(
    (text, i): PlacedText => ({
      text: fit(text, 'line', box.x + box.width - padding - elevation.x),
      role: 'line',
      x: elevation.x,
      y: meter.y + meterHeight + 8 + i * line + (line + size * 0.7) / 2,
      anchor: 'start',
    }),
  );
  const below = meter.y + meterHeight + 8 + group.lines.length * line;
  const marks = placeMarks(group.marks, elevation.x, below, elevation.width);
  const { marks: _, ...plain } = group;
  const title = groupTitle({ ...plain, lines: [] }, box.x + padding, box.y + 20, box.width - 2 * padding);
  return {
    ...{ drawn: 'rack', group, ...box },
    texts: [...title.texts, ...texts],
    ...(marks.length === 0 ? {} : { marks }),
    meter,
    elevation: { ...elevation, marks: marksOf(group, elevation, floor, scale) },
  };
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
