// Bands between boxes that are anywhere: straight, side by side where two boxes have several, with labels where there is room.
import type { Trunk } from '../../graph/index.ts';
import { clipped } from '../geometry/clipped.ts';
import { movedPath, type Path } from '../geometry/path.ts';
import type { Box, Pill, Point } from '../geometry/placed.ts';
import type { ArrangedTrunk } from '../pieces/arranged.ts';
import { pillSize, placePill } from '../pieces/pill.ts';
import { centerOf, chord, loopOver } from './circle.ts';
import { freeLongestPill } from './labels.ts';

/** Height of a loop over its box. */
export const loopHeight = 56;
/** Room between two bands of the same boxes. */
const between = 14;

/** A box that bands end at; of a frame, they end at its edge. */
export interface BandEnd extends Box {
  readonly id: string;
  readonly isFrame?: boolean;
}

/** What else there is to bands. */
interface BandRoom {
  /** What labels keep clear of beside boxes. */
  readonly titles?: readonly Box[];
  /** Height of loops over boxes. */
  readonly loop?: number;
}

export function tangleBands(
  trunks: readonly Trunk[],
  all: readonly BandEnd[],
  bandWidth: (trunk: Trunk) => number,
  { titles = [], loop = loopHeight }: BandRoom = {},
): ArrangedTrunk[] {
  const boxes = new Map(all.map((each) => [each.id, each]));
  const ends = trunks.map(({ from, to }) => [boxes.get(from), boxes.get(to)] as [BandEnd, BandEnd]);
  const middle = middleOf(all);
  const beside = placesBeside(trunks);
  const paths = trunks.map((trunk, i): Path => {
    const [from, to] = ends[i] as [BandEnd, BandEnd];
    if (from === to) return loopOver(from, loop);
    const others = all.filter((each) => each !== from && each !== to);
    const path = chord(from, to, { others, middle, width: bandWidth(trunk) });
    const outside = clipped(path, from.isFrame === true ? from : undefined, to.isFrame === true ? to : undefined);
    return besideOthers(outside, from, to, beside[i] ?? 0);
  });
  const taken: Box[] = [...all, ...titles];
  return trunks.map((trunk, i): ArrangedTrunk => {
    const [[from, to], path] = [ends[i] as [BandEnd, BandEnd], paths[i] as Path];
    const room = { boxes: taken, bands: paths };
    const pill = from === to ? loopPill(trunk, from, loop) : freeLongestPill(trunk, path, room);
    if (pill !== undefined) taken.push(pill);
    return { trunk, path, width: bandWidth(trunk), ...(pill === undefined ? {} : { pill }) };
  });
}

/** The place of each band among those of the same two boxes, from the middle: 0 for a single one. */
function placesBeside(trunks: readonly Trunk[]): number[] {
  const pair = ({ from, to }: Trunk): string => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const counts = new Map<string, number>();
  const first = trunks.map((each) => {
    const index = counts.get(pair(each)) ?? 0;
    counts.set(pair(each), index + 1);
    return index;
  });
  return trunks.map((each, i) => (first[i] ?? 0) - ((counts.get(pair(each)) ?? 1) - 1) / 2);
}

/** A path moved sideways; to the same side whichever box it begins at. */
function besideOthers(path: Path, from: Box, to: Box, place: number): Path {
  if (place === 0) return path;
  const [a, b] = [centerOf(from), centerOf(to)];
  const [dx, dy] = a.x < b.x || (a.x === b.x && a.y < b.y) ? [b.x - a.x, b.y - a.y] : [a.x - b.x, a.y - b.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const by = place * between;
  return movedPath(path, ({ x, y }) => ({ x: x - (dy / length) * by, y: y + (dx / length) * by }));
}

/** The mean of the middles of all boxes. */
function middleOf(boxes: readonly Box[]): Point {
  const centers = boxes.map(centerOf);
  return {
    x: centers.reduce((sum, each) => sum + each.x, 0) / boxes.length,
    y: centers.reduce((sum, each) => sum + each.y, 0) / boxes.length,
  };
}

function loopPill(trunk: Trunk, box: Box, loop: number): Pill | undefined {
  const size = pillSize(trunk);
  return size === undefined
    ? undefined
    : placePill(trunk, size, box.x + box.width / 2, box.y - loop * 0.75 - size.height / 2);
}
