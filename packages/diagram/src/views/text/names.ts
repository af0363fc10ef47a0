// Names of several things at once: `leaf[1..4, 7]`, `a … b`.
import { type Axis, axisSize, type Block, indexAt, indexSuffix, numberAt, printAxes } from '@lightloom/core';

/** Longer lists of ranges are shortened. */
const maxRanges = 6;

/** `[1..4, 7]` for positions of an array, `[1..8]` for all of it; they must be in order. */
export function indicesOf({ axes, count }: Pick<Block, 'axes' | 'count'>, positions: readonly number[]): string {
  if (positions.length === count) return printAxes(axes);
  const [first, last] = [positions[0] ?? 0, positions.at(-1) ?? 0];
  if (positions.length === 1) return indexSuffix(axes, first);
  const used = usedIndices(axes, positions);
  // Whole rows and columns of an array are named axis by axis, any other choice by its ends.
  if (used.reduce((product, each) => product * each.length, 1) === positions.length)
    return used
      .map((indices, i) =>
        indices.length === axisSize(axes[i] as Axis) ? printAxes([axes[i] as Axis]) : `[${ranges(indices)}]`,
      )
      .join('');
  return `${indexSuffix(axes, first)} … ${indexSuffix(axes, last)}`;
}

/** Path of some elements of an array, by their ids: `backend.leaf[1..4]`. */
export function arrayName(block: Block, ids: readonly number[]): string {
  if (block.axes.length === 0) return block.path;
  return (
    block.path +
    indicesOf(
      block,
      ids.map((id) => id - block.first),
    )
  );
}

/** Path of an array over all instances of its groups: `backend.su.leaf`. */
export function arrayPath(block: Block): string {
  const names = [block.name];
  for (let group = block.group; group !== undefined; group = group.parent) {
    const outer = group.parent?.path;
    names.unshift(outer === undefined ? group.array : group.array.slice(outer.length + 1));
  }
  return names.join('.');
}

/** The indices that occur on each axis, in order. */
function usedIndices(axes: readonly Axis[], positions: readonly number[]): number[][] {
  let step = 1;
  const used: number[][] = [];
  for (const axis of axes.toReversed()) {
    const size = axisSize(axis);
    const places = new Set(positions.map((each) => Math.floor(each / step) % size));
    used.unshift([...places].sort((a, b) => a - b).map((each) => indexAt(axis, each)));
    step *= size;
  }
  return used;
}

/** `1..4, 7` */
export function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === numberAt(numbers, end) + 1) end++;
    const [low, high] = [numberAt(numbers, i), numberAt(numbers, end)];
    if (low === high) parts.push(String(low));
    else parts.push(`${low}..${high}`);
    i = end + 1;
  }
  return parts.length > maxRanges ? `${parts.slice(0, 5).join(', ')}, …, ${parts.at(-1)}` : parts.join(', ');
}

/** `a`; `a, b`; `a … z` for more names. */
export function firstToLast(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  return rest.length === 0 ? first : rest.length === 1 ? `${first}, ${rest[0]}` : `${first} … ${rest.at(-1)}`;
}

/** Names that differ in one index alone as one, `unit[1..64].gpu`; others as `firstToLast` has them. */
export function mergedNames(names: readonly string[]): string {
  const parts = names.map((each) => each.split(/\[(\d+)\]/));
  const [first = []] = parts;
  const unlike = first.flatMap((part, i) => (parts.every((each) => each[i] === part) ? [] : [i]));
  const [at = -1] = unlike;
  // Every second part is an index.
  if (unlike.length !== 1 || at % 2 === 0 || parts.some((each) => each.length !== first.length))
    return firstToLast(names);
  const indices = parts.map((each) => Number(each[at])).sort((a, b) => a - b);
  return first.map((part, i) => (i % 2 === 0 ? part : `[${i === at ? ranges(indices) : part}]`)).join('');
}

/** Name of a file without its folder, for any URI. */
export function fileName(uri: string): string {
  const last = uri.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
