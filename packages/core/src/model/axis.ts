// The indices of an array: `[1..8]`, `[1, 3, 5]`, several in a row.
import { itemAt, numberAt } from './at.ts';

/** One dimension: all whole numbers of a range, or a list. */
export type Axis = { readonly low: number; readonly high: number } | { readonly list: readonly number[] };

/** How many indices an axis has. */
export function axisSize(axis: Axis): number {
  return 'list' in axis ? axis.list.length : Math.max(0, axis.high - axis.low + 1);
}

/** How many elements an array with these axes has; one without axes. */
export function axesSize(axes: readonly Axis[]): number {
  let size = 1;
  for (const axis of axes) size *= axisSize(axis);
  return size;
}

/** The index at a position of an axis. */
export function indexAt(axis: Axis, position: number): number {
  return 'list' in axis ? numberAt(axis.list, position) : axis.low + position;
}

/** The position of an index, or -1. */
export function positionOf(axis: Axis, index: number): number {
  if ('list' in axis) return axis.list.indexOf(index);
  return index >= axis.low && index <= axis.high && Number.isInteger(index) ? index - axis.low : -1;
}

/** `[3]`, `[2][5]` or nothing: the suffix of the element at a position, the last axis running fastest. */
export function indexSuffix(axes: readonly Axis[], position: number): string {
  let suffix = '';
  let rest = position;
  for (let i = axes.length - 1; i >= 0; i--) {
    const axis = itemAt(axes, i);
    const size = axisSize(axis);
    suffix = `[${indexAt(axis, rest % size)}]${suffix}`;
    rest = Math.floor(rest / size);
  }
  return suffix;
}

/** Most indices to list one by one. */
const maxListed = 8;

/** `[1..2, 4, 7..8]`: some positions of an array of one axis; of several axes, the indices of each. */
export function printSome(axes: readonly Axis[], positions: readonly number[]): string {
  const [axis] = axes;
  if (axis === undefined) return '';
  if (axes.length > 1 || positions.length > 4096) {
    const shown = positions.slice(0, maxListed).map((each) => indexSuffix(axes, each));
    return shown.join(', ') + (positions.length > shown.length ? ', …' : '');
  }
  const runs: [number, number][] = [];
  for (const index of positions.map((each) => indexAt(axis, each)).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === index) last[1] = index;
    else runs.push([index, index]);
  }
  const shown = runs.slice(0, maxListed).map(([low, high]) => (low === high ? `${low}` : `${low}..${high}`));
  return `[${shown.join(', ')}${runs.length > shown.length ? ', …' : ''}]`;
}

/** `[1..8]`, `[1, 3, 5]`: how the axes were written. */
export function printAxes(axes: readonly Axis[]): string {
  return axes
    .map((axis) =>
      'list' in axis
        ? `[${axis.list.join(', ')}]`
        : axis.low === axis.high
          ? `[${axis.low}]`
          : `[${axis.low}..${axis.high}]`,
    )
    .join('');
}
