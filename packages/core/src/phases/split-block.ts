// The part of an array that stands: an array again where what stands is a grid, or several.
import { type Axis, axesSize, axisSize, indexAt, itemAt } from '../model/index.ts';

/**
 * Arrays that hold some positions of an array, in their order: one where these are a grid of its indices, else one or more for each
 * index of its first axis.
 * @param stands whether a position of the array is among them
 */
export function splitAxes(axes: readonly Axis[], stands: (position: number) => boolean): readonly (readonly Axis[])[] {
  const size = axesSize(axes);
  let count = 0;
  for (let i = 0; i < size; i++) if (stands(i)) count++;
  if (count === 0) return [];
  if (count === size) return [axes];
  const kept = axes.map(() => new Set<number>());
  for (let i = 0; i < size; i++) {
    if (!stands(i)) continue;
    for (let axis = axes.length - 1, rest = i; axis >= 0; axis--) {
      const each = axisSize(itemAt(axes, axis));
      kept[axis]?.add(rest % each);
      rest = Math.floor(rest / each);
    }
  }
  const grid = axes.map((axis, i) => subAxis(axis, [...itemAt(kept, i)]));
  if (axesSize(grid) === count) return [grid];
  const [first, ...rest] = axes;
  if (first === undefined) return [];
  const each = axesSize(rest);
  return Array.from({ length: axisSize(first) }).flatMap((_, at) =>
    splitAxes(rest, (position) => stands(at * each + position)).map((found) => [subAxis(first, [at]), ...found]),
  );
}

/** Some positions of an axis, as a range where they are next to each other. */
function subAxis(axis: Axis, positions: readonly number[]): Axis {
  const list = [...positions].sort((a, b) => a - b).map((each) => indexAt(axis, each));
  const [low = 0] = list;
  return list.every((each, i) => each === low + i) ? { low, high: low + list.length - 1 } : { list };
}
