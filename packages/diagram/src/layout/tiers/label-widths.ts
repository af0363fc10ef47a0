// Labels of bands side by side above a box, or in zigzag over two lanes.
import type { Run } from './runs.ts';

/** Up to this many labels are side by side above a box; more are in zigzag. */
const maxSideBySide = 2;
/** With more bands than this to a box, their labels share lanes as they can. */
export const maxApart = 8;
/** Room between labels. */
export const labelGap = 12;
/** Width of a band without a label, and from one such band to the next. */
const bare = 24;
const bareStep = 12;

/** Distances from each band to the next. */
export function labelSteps(runs: readonly Run[]): number[] {
  return runs.slice(1).map((run, i) => {
    if (runs[i]?.size === undefined && run.size === undefined) return bareStep;
    const [a, b] = [widthOf(runs[i]), widthOf(run)];
    return runs.length > maxSideBySide ? Math.max(a, b) / 2 + 8 : (a + b) / 2 + labelGap;
  });
}

/** Width of the labels of all bands together. */
export function labelsWidth(runs: readonly Run[]): number {
  return labelSteps(runs).reduce((sum, each) => sum + each, (widthOf(runs[0]) + widthOf(runs.at(-1))) / 2);
}

/** Width of a label, or of a band without one. */
export function widthOf(run: Run | undefined): number {
  return run?.size?.width ?? bare;
}
