// Lanes of labels above each row, filled from below, so that no label is on another.
import type { Ends } from './ends.ts';
import { labelGap } from './label-widths.ts';
import type { Run } from './runs.ts';

/** Room between lanes. */
export const laneGap = 8;
/** Height of the label of a band without one. */
const bare = 20;

interface Lane {
  readonly runs: Run[];
  height: number;
}

export interface Lanes {
  /** Height of all lanes above a row. */
  height(row: number): number;
  /** From the lower edge of the lanes to the top of a label. */
  toTop(run: Run): number;
}

/** @param rows how many rows there are */
export function lanesOf(runs: readonly Run[], rows: number, ends: Ends): Lanes {
  const lanes = Array.from({ length: rows }, (): Lane[] => []);
  const laneOf = new Map<Run, number>();
  const ordered = [...runs].sort((a, b) => Number(a.arch) - Number(b.arch) || ends.label(a) - ends.label(b));
  for (const run of ordered) {
    const row = lanes[run.lower.row] as Lane[];
    const { width, height } = run.size ?? { width: 0, height: bare };
    const apart = (other: Run): boolean =>
      Math.abs(ends.label(other) - ends.label(run)) >= (width + (other.size?.width ?? 0)) / 2 + labelGap;
    const free = row.findIndex((each) => each.runs.every(apart));
    const index = free < 0 ? row.push({ runs: [], height: 0 }) - 1 : free;
    const lane = row[index] as Lane;
    lane.runs.push(run);
    lane.height = Math.max(lane.height, height);
    laneOf.set(run, index);
  }
  const sum = (list: readonly Lane[]): number => list.reduce((total, each) => total + each.height + laneGap, 0);
  return {
    height: (row) => sum(lanes[row] ?? []),
    toTop: (run) => sum((lanes[run.lower.row] ?? []).slice(0, (laneOf.get(run) as number) + 1)) - laneGap,
  };
}
