// Finds the place of a box that is new in a pack: the next one in its lines, or the first in a line more.
import type { Box, PlacedCard, Point } from '../geometry/placed.ts';
import { overlap } from '../pieces/pill.ts';
import { maxInLine, packGap } from '../tiers/packs.ts';

/** From a box of a pack to what isn't in it, in pixels: its frame is between them. */
const clearance = 28;

/**
 * The corner of a new box; undefined where something else is in its place.
 * @param members boxes of the pack that stand
 * @param foreign what isn't in the pack
 */
export function cornerInPack(
  { width, height }: PlacedCard,
  members: readonly PlacedCard[],
  foreign: readonly Box[],
): Point | undefined {
  const [left, right] = [
    Math.min(...members.map(({ x }) => x)),
    Math.max(...members.map((each) => each.x + each.width)),
  ];
  const bottom = Math.max(...members.map((each) => each.y + each.height));
  const last = members.reduce((a, b) => (b.y > a.y || (b.y === a.y && b.x > a.x) ? b : a));
  const beside = { x: last.x + last.width + packGap.x, y: last.y };
  const isOneLine = members.every(({ y }) => y === last.y);
  const hasRoom = isOneLine ? members.length < maxInLine : beside.x + width <= right + 0.5;
  const corners = [...(hasRoom ? [beside] : []), { x: left, y: bottom + packGap.y }];
  return corners.find((at) => {
    const box = { ...at, width, height };
    return (
      !members.some((each) => overlap(each, box, packGap.x - 1)) &&
      !foreign.some((each) => overlap(each, box, clearance - 1))
    );
  });
}
