// Where bands meet boxes, from left to right.
import { grouped } from '../../graph/index.ts';
import type { Extent } from './extent.ts';
import { labelSteps, labelsWidth, maxApart, widthOf } from './label-widths.ts';
import type { Run } from './runs.ts';

export interface Ends {
  /** Where a band leaves its upper box. */
  upper(run: Run): number;
  /** Where a band meets its lower box. */
  lower(run: Run): number;
  /** Both feet of an arch. */
  arch(run: Run): readonly [number, number];
  /** Middle of the label. */
  label(run: Run): number;
}

/** @param extentOf extent of a box, by id */
export function endsOf(runs: readonly Run[], extentOf: (id: string) => Extent): Ends {
  const upright = runs.filter((run) => !run.arch);
  const lower = lowerEnds(upright, extentOf);
  const upper = upperEnds(upright, lower, extentOf);
  const arch = (run: Run): [number, number] => {
    const [a, b] = [extentOf(run.upper.id), extentOf(run.lower.id)];
    if (run.upper === run.lower) return [a.x + a.width * 0.28, a.x + a.width * 0.72];
    return a.x < b.x ? [a.x + a.width * 0.8, b.x + b.width * 0.2] : [a.x + a.width * 0.2, b.x + b.width * 0.8];
  };
  return {
    upper: (run) => upper.get(run) as number,
    lower: (run) => lower.get(run) as number,
    arch,
    label(run) {
      if (!run.arch) return lower.get(run) as number;
      const [a, b] = arch(run);
      return (a + b) / 2;
    },
  };
}

/** Above its lower box a band runs straight down, with its label: far enough from the next for both labels. */
function lowerEnds(upright: readonly Run[], extentOf: (id: string) => Extent): Map<Run, number> {
  const middle = (id: string): number => extentOf(id).x + extentOf(id).width / 2;
  const ends = new Map<Run, number>();
  for (const [slot, above] of grouped(upright, (run) => run.lower)) {
    const list = above.toSorted((a, b) => middle(a.upper.id) - middle(b.upper.id));
    if (list.length > maxApart) {
      const spread = extentOf(slot.id).width * 0.8;
      for (const [i, run] of list.entries()) ends.set(run, middle(slot.id) + spread * ((i + 0.5) / list.length - 0.5));
      continue;
    }
    const steps = labelSteps(list);
    let x = middle(slot.id) - labelsWidth(list) / 2 + widthOf(list[0]) / 2;
    for (const [i, run] of list.entries()) {
      ends.set(run, x);
      x += steps[i] ?? 0;
    }
  }
  return ends;
}

/** Below its upper box a band begins in the order of the lower ends; a single one straight above its lower end. */
function upperEnds(
  upright: readonly Run[],
  lower: ReadonlyMap<Run, number>,
  extentOf: (id: string) => Extent,
): Map<Run, number> {
  const ends = new Map<Run, number>();
  for (const [slot, below] of grouped(upright, (run) => run.upper)) {
    const list = below.toSorted((a, b) => (lower.get(a) as number) - (lower.get(b) as number));
    const { x, width } = extentOf(slot.id);
    list.forEach((run, i) => {
      const even = x + width * (0.12 + (0.76 * (i + 0.5)) / list.length);
      const straight = lower.get(run) as number;
      ends.set(run, list.length === 1 && straight > x + 16 && straight < x + width - 16 ? straight : even);
    });
  }
  return ends;
}
