// Labels of bands where there is room for them.
import type { Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, Pill, Point } from '../geometry/placed.ts';
import { overlap, pillSize, placePill } from '../pieces/pill.ts';
import { pointsOn } from './circle.ts';

/** Positions tried along a band, as shares of its length. */
const positions = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72];

/** Shares of the length of a band where a mark alone is tried: all along it. */
const everywhere = Array.from({ length: 46 }, (_, i) => 0.5 + (i % 2 === 0 ? i : -i) / 100);

/**
 * The label of a band at the first position where it overlaps nothing; undefined when it has no such position. Of a band that something
 * is wrong with, the marks at least are shown, or the sign of the first.
 */
export function freePill(trunk: Trunk, path: Path, taken: readonly Box[]): Pill | undefined {
  const whole = pillAt(trunk, path, taken, positions);
  const [first] = trunk.marks ?? [];
  if (whole !== undefined || first === undefined) return whole;
  const marks = pillAt({ ...trunk, lines: [] }, path, taken, everywhere);
  return marks ?? pillAt({ ...trunk, lines: [], marks: [{ ...first, text: '' }] }, path, taken, everywhere);
}

function pillAt(trunk: Trunk, path: Path, taken: readonly Box[], shares: readonly number[]): Pill | undefined {
  const size = pillSize(trunk);
  if (size === undefined) return undefined;
  const points = pointsOn(path, 40);
  for (const t of shares) {
    const { x, y } = points[Math.round(t * (points.length - 1))] as Point;
    const pill = placePill(trunk, size, x, y - size.height / 2);
    if (!taken.some((each) => overlap(each, pill, 4))) return pill;
  }
  return undefined;
}

/** The same with the first line of the label only. */
export function freeShortPill(trunk: Trunk, path: Path, taken: readonly Box[]): Pill | undefined {
  return freePill({ ...trunk, lines: trunk.lines.slice(0, 1) }, path, taken);
}
