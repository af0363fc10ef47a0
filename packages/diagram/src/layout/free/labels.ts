// Labels of bands where there is room for them.
import type { Trunk } from '../../graph/index.ts';
import { type Path, pointsOn } from '../geometry/path.ts';
import type { Box, Pill, Point } from '../geometry/placed.ts';
import { overlap, pillSize, placePill } from '../pieces/pill.ts';

/** Positions tried along a band, as shares of its length: from its middle to its ends. */
const positions = Array.from({ length: 29 }, (_, i) => 0.5 + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 0.03);
/** Points on a step of a band. */
const points = 50;

/** What a label keeps clear of. */
export interface Taken {
  /** Boxes and labels. */
  readonly boxes: readonly Box[];
  /** Other bands; a label is on one of them where there is no room beside it. */
  readonly bands?: readonly Path[];
}

/** Shares of the length of a band where a mark alone is tried: all along it. */
const everywhere = Array.from({ length: 46 }, (_, i) => 0.5 + (i % 2 === 0 ? i : -i) / 100);

/**
 * The label of a band at the first position where it overlaps nothing; undefined when it has no such position. Of a band that something
 * is wrong with, the marks at least are shown, or the sign of the first.
 */
export function freePill(trunk: Trunk, path: Path, taken: Taken): Pill | undefined {
  return pillAt(trunk, path, taken, positions) ?? marksPill(trunk, path, taken);
}

/** The same with the first line of the label only. */
export function freeShortPill(trunk: Trunk, path: Path, taken: Taken): Pill | undefined {
  return freePill({ ...trunk, lines: trunk.lines.slice(0, 1) }, path, taken);
}

/** The whole label of a band; the first line of it where there is no room for the whole. */
export function freeLongestPill(trunk: Trunk, path: Path, taken: Taken): Pill | undefined {
  return pillAt(trunk, path, taken, positions) ?? freeShortPill(trunk, path, taken);
}

/** The marks of a band alone, or the sign of the first where there is no room for all of them. */
export function marksPill(trunk: Trunk, path: Path, taken: Taken): Pill | undefined {
  const [first] = trunk.marks ?? [];
  if (first === undefined) return undefined;
  const all = pillAt({ ...trunk, lines: [] }, path, taken, everywhere);
  return all ?? pillAt({ ...trunk, lines: [], marks: [{ ...first, text: '' }] }, path, taken, everywhere);
}

function pillAt(trunk: Trunk, path: Path, { boxes, bands = [] }: Taken, shares: readonly number[]): Pill | undefined {
  const size = pillSize(trunk);
  if (size === undefined) return undefined;
  const on = pointsOn(path, points);
  const near = bands.filter((each) => each !== path).flatMap((each) => pointsOn(each, points));
  const clear = shares
    .map((t) => {
      const { x, y } = on[Math.round(t * (on.length - 1))] as Point;
      return placePill(trunk, size, x, y - size.height / 2);
    })
    .filter((pill) => !boxes.some((each) => overlap(each, pill, 4)));
  return clear.find((pill) => !near.some((each) => overlap({ ...each, width: 0, height: 0 }, pill, 3))) ?? clear[0];
}
