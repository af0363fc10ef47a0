// Amplifiers along a band: as far from each other as the part of it allows that is seen.
import { pointsOn } from '../geometry/path.ts';
import type { Arrow, Box, Point } from '../geometry/placed.ts';
import type { ArrangedTrunk } from './arranged.ts';
import { overlap } from './pill.ts';

/** Half the length of the symbol of an amplifier, with room around it. */
const half = 5;

/** The amplifiers of a band, which point to the right or down; none where there is no room for all of them. */
export function amplifiersOn({ trunk, path, pill }: ArrangedTrunk, boxes: readonly Box[]): Arrow[] {
  const count = trunk.amplifiers ?? 0;
  if (count === 0) return [];
  const hidden = pill === undefined ? boxes : [...boxes, pill];
  const seen: Arrow[] = [];
  let last = path.start;
  for (const at of evenly(pointsOn(path, 100))) {
    const [dx, dy] = at.x < last.x || (at.x === last.x && at.y < last.y) ? [-1, -1] : [1, 1];
    const angle = Math.round((Math.atan2(dy * (at.y - last.y), dx * (at.x - last.x)) * 180) / Math.PI);
    if (at !== last && !hidden.some((box) => overlap(box, { ...at, width: 0, height: 0 }, half)))
      seen.push({ ...at, angle });
    last = at;
  }
  const placed = Array.from({ length: count }, (_, i) => seen[Math.floor((seen.length * (i + 0.5)) / count)]).filter(
    (each) => each !== undefined,
  );
  const isClear = placed.every((each, i) => i === 0 || distance(each, placed[i - 1] as Point) >= 2 * half);
  return placed.length === count && isClear ? placed : [];
}

/** Points a pixel or two apart, whatever the lengths of the steps are. */
function evenly(points: readonly Point[]): Point[] {
  const found: Point[] = [];
  points.forEach((at, i) => {
    const last = points[i - 1] ?? at;
    const parts = Math.max(1, Math.ceil(distance(at, last) / 2));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts;
      found.push({ x: last.x + (at.x - last.x) * t, y: last.y + (at.y - last.y) * t });
    }
  });
  return found;
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
