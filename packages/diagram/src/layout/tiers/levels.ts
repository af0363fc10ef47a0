// Rows from top to bottom: bands that bend, lanes of labels, frames that begin, boxes, frames that end.
import type { Ends } from './ends.ts';
import type { FrameEdges } from './frame-edges.ts';
import { type Lanes, laneGap } from './lanes.ts';
import type { Run } from './runs.ts';
import type { Scope } from './scope.ts';
import type { Slot } from './slot.ts';

/**
 * Height in which bands bend: without bands, with straight ones, with those that go a little to the side, far, and far over each other,
 * which is seen where they are steep. Few heights, so that a box more at the side doesn't move what is below.
 */
const bend = { none: 28, straight: 30, little: 52, far: 62, crossed: 110 };
/** Bands go far from here on, in pixels. */
const far = 90;

/** The levels of a row, in pixels. */
export interface Level {
  /** Top of its boxes. */
  readonly top: number;
  /** Height of the row. */
  readonly height: number;
  /** Height of its boxes: that of the row, but for packs, which may be higher. */
  readonly boxes: number;
  /** Lower edge of the lanes of labels above it. */
  readonly laneBottom: number;
}

export interface LevelOptions {
  readonly slots: readonly Slot[];
  readonly root: Scope;
  readonly runs: readonly Run[];
  readonly ends: Ends;
  readonly lanes: Lanes;
  readonly edges: FrameEdges;
}

/** The level of each row, and the height of all. */
export function levelsOf(options: LevelOptions): { readonly levels: readonly Level[]; readonly height: number } {
  const { slots, root, lanes, edges } = options;
  const levels: Level[] = [];
  let y = 0;
  for (let row = 0; row < rowCount(slots); row++) {
    const room = lanes.height(row);
    y += (row === 0 ? 0 : bendHeight(row, options)) + room;
    const laneBottom = y;
    y += edges.reach(root, 'top', row) + (room > 0 ? laneGap + 2 : 0);
    const own = slots.filter((each) => each.row === row);
    const height = Math.max(...own.map((each) => each.height));
    const boxes = Math.max(0, ...own.flatMap(({ pack, height: each }) => (pack === undefined ? [each] : [])));
    levels.push({ top: y, height, boxes, laneBottom });
    y += height + edges.reach(root, 'bottom', row);
  }
  return { levels, height: y };
}

/** Top and height of a box: those of its row, beside a pack in the middle of it. */
export function heightsOf(
  { pack, row }: Slot,
  levels: readonly Level[],
): { readonly top: number; readonly height: number } {
  const { top, height, boxes } = levels[row] as Level;
  return pack === undefined ? { top: top + (height - boxes) / 2, height: boxes } : { top, height };
}

/** How many rows the slots are in. */
export function rowCount(slots: readonly Slot[]): number {
  return slots.reduce((count, { row }) => Math.max(count, row + 1), 0);
}

/** Bands that go far sideways get more height to do so. */
function bendHeight(row: number, { runs, ends }: LevelOptions): number {
  const crossing = runs.filter(({ arch, upper, lower }) => !arch && upper.row < row && lower.row >= row);
  if (crossing.length === 0) return bend.none;
  const sideways = Math.max(0, ...crossing.map((run) => Math.abs(ends.upper(run) - ends.lower(run))));
  if (sideways < 8) return bend.straight;
  if (sideways < far) return bend.little;
  const inOrder = crossing
    .map((run) => [ends.upper(run), ends.lower(run)] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return inOrder.some(([, lower], i) => lower < (inOrder[i - 1]?.[1] ?? lower)) ? bend.crossed : bend.far;
}
