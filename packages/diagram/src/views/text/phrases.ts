// Turns of phrase that several drawings use.
import {
  type Axis,
  axisSize,
  type Block,
  type Derivation,
  indexAt,
  indexSuffix,
  printAxes,
  printCount,
  printNumber,
  printValue,
} from '@lightloom/core';
import type { Place } from '../../graph/index.ts';

/** `8 × XpoSpine`, or `XpoSpine` for one. */
export function times(count: number, what: string): string {
  return count === 1 ? what : `${printNumber(count, 0)} × ${what}`;
}

/** `2.524 kW`, or `power unknown` when it is. */
export function valueOr(value: Derivation, name: string): string {
  return Number.isNaN(value.value) ? `${name} unknown` : printValue(value);
}

/** `24 switches`, or nothing when there are none. */
export function some(count: number, singular: string, plural?: string): string | undefined {
  return count === 0 ? undefined : printCount(count, singular, plural);
}

/** `30.288 kW of 120 kW`, with words for what is not known of it. */
export function ofLimit(value: Derivation, limit: Derivation, name: string): string {
  if (Number.isNaN(value.value))
    return joined([`${name} unknown`, Number.isNaN(limit.value) ? undefined : `limit ${printValue(limit)}`]);
  return Number.isNaN(limit.value)
    ? `${printValue(value)}, limit unknown`
    : `${printValue(value)} of ${printValue(limit)}`;
}

/** `27.588 kW to liquid`, `heat to liquid unknown`. */
export function heatText(heat: Derivation, where: string): string {
  return Number.isNaN(heat.value) ? `heat ${where} unknown` : `${printValue(heat)} ${where}`;
}

/** Short figures in one line. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((each) => each !== undefined && each !== '').join(' · ');
}

/** `[1..4, 7]` for positions of an array, `[1..8]` for all of it; they must be in order. */
export function indicesOf({ axes, count }: Pick<Block, 'axes' | 'count'>, positions: readonly number[]): string {
  if (positions.length === count) return printAxes(axes);
  const [first, last] = [positions[0] ?? 0, positions.at(-1) ?? 0];
  if (positions.length === 1) return indexSuffix(axes, first);
  const used = usedIndices(axes, positions);
  // Rows and columns of an array can be told axis by axis, any other choice by its ends.
  if (used.reduce((product, each) => product * each.length, 1) === positions.length)
    return used
      .map((indices, i) =>
        indices.length === axisSize(axes[i] as Axis) ? printAxes([axes[i] as Axis]) : `[${ranges(indices)}]`,
      )
      .join('');
  return `${indexSuffix(axes, first)} … ${indexSuffix(axes, last)}`;
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
    while (numbers[end + 1] === (numbers[end] as number) + 1) end++;
    const [low, high] = [numbers[i] as number, numbers[end] as number];
    if (low === high) parts.push(String(low));
    else parts.push(`${low}..${high}`);
    i = end + 1;
  }
  return parts.length > 6 ? `${parts.slice(0, 5).join(', ')}, …, ${parts.at(-1)}` : parts.join(', ');
}

/** Name of a file without its folder, whatever its address looks like. */
export function fileName(uri: string): string {
  const last = uri.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A place in the text, or nothing when nobody wrote it. */
export function placed(origin: Place | undefined): { readonly origin?: Place } {
  return origin === undefined || origin.uri === '' ? {} : { origin };
}

/** `a`, `a … b` for many names. */
export function span(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  return rest.length === 0 ? first : rest.length === 1 ? `${first}, ${rest[0]}` : `${first} … ${rest.at(-1)}`;
}

/** A value for a scale; null when it is unknown, since NaN does not survive JSON. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : value === Number.POSITIVE_INFINITY ? 9 : null;
}
