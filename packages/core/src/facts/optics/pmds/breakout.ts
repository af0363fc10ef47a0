// Breakouts: the lanes of a PMD, each with a fiber of its own, as several links.

import type { Part } from '../../../model/index.ts';
import { interoperation } from './interoperation.ts';

type Optics = Part<'optics'>;

/** A PMD whose lanes make several links with PMDs of fewer lanes. */
export interface Breakout {
  readonly whole: Optics;
  readonly part: Optics;
  /** Links that the lanes of the whole make. */
  readonly count: number;
}

/**
 * How one of two PMDs breaks out into links with the other: a part of its lanes does what the other does. Wavelengths that share a
 * fiber can't be taken apart. Undefined where neither does.
 */
export function breakoutOf(a: Optics, b: Optics): Breakout | undefined {
  const [lanesA, lanesB] = [a.values.lanes?.value, b.values.lanes?.value];
  if (lanesA === undefined || lanesB === undefined || lanesA === lanesB) return undefined;
  const [whole, part] = lanesA > lanesB ? [a, b] : [b, a];
  const count = Math.max(lanesA, lanesB) / Math.min(lanesA, lanesB);
  const fibers = whole.values.fibers?.value;
  const piece = sliceOf(whole, count);
  if (!Number.isInteger(count) || piece === undefined || fibers === undefined || fibers === 0) return undefined;
  return interoperation(piece, part).outcome === 'links' ? { whole, part, count } : undefined;
}

/** A PMD with a part of the lanes and fibers of another; undefined where they don't divide. */
function sliceOf(whole: Optics, count: number): Optics | undefined {
  const { lanes, fibers, rate } = whole.values;
  if (lanes === undefined || fibers === undefined || !Number.isInteger(fibers.value / count)) return undefined;
  // A pair of fibers for each direction, or one for both, must remain.
  const values = {
    ...whole.values,
    lanes: { ...lanes, value: lanes.value / count },
    fibers: { ...fibers, value: fibers.value / count },
    ...(rate && { rate: { ...rate, value: rate.value / count } }),
  };
  return { ...whole, values: values as Optics['values'] };
}
