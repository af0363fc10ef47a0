// Indices: the axes of a declaration, and the positions along them that a selector chooses.
import {
  type Axis,
  axisSize,
  countUp,
  indexAt,
  maxTableRows,
  positionOf,
  printAxes,
  printNumber,
  unsignedAt,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { replacement } from '../../problems/problem.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { wholeNumber } from './evaluate.ts';

/** The axes of a declaration: `[1..8]`, `[1, 3, 5]`, several. Undefined when one is invalid, which is reported. */
export function axesOf(context: Context, scope: Scope, dimensions: readonly ast.Dimension[]): Axis[] | undefined {
  const axes: Axis[] = [];
  let size = 1;
  for (const dimension of dimensions) {
    const axis = axisOf(context, scope, dimension);
    if (axis === undefined) return undefined;
    axes.push(axis);
    size *= axisSize(axis);
  }
  if (size > maxTableRows) {
    const last = dimensions.at(-1) as ast.Dimension;
    context.problem(
      'value/too-large',
      context.span(dimensions[0] as ast.Dimension, last),
      `${printNumber(size)} elements are too many; a fabric has at most ${printNumber(maxTableRows)}.`,
    );
    return undefined;
  }
  return axes;
}

function axisOf(context: Context, scope: Scope, dimension: ast.Dimension): Axis | undefined {
  const [only, ...more] = dimension.items;
  if (only === undefined) return undefined;
  if (more.length === 0) {
    reportSingleIndex(context, only);
    return rangeOf(context, scope, only);
  }
  const list: number[] = [];
  for (const item of dimension.items) {
    const range = rangeOf(context, scope, item);
    if (range === undefined) return undefined;
    if (axisSize(range) + list.length > maxTableRows) return range;
    for (let i = 0; i < axisSize(range); i++) list.push(indexAt(range, i));
  }
  return { list };
}

/** A single number is an index, though who knows other languages means that many elements. One is the same either way. */
function reportSingleIndex(context: Context, { low, high }: ast.IndexItem): void {
  if (high !== undefined || low?.$type !== 'Numeral' || low.value < 2) return;
  const origin = context.origin(low);
  const all = `1..${low.value}`;
  const text = `\`[${low.value}]\` is one element, with the index ${low.value}; \`[${all}]\` are ${low.value} elements.`;
  context.problem('value/single-index', origin, text, {
    help: `Write \`[${all}]\`, or \`[${low.value}..${low.value}]\` for this one alone.`,
    fixes: [replacement([origin], all)],
  });
}

/** One index or range of a declaration. A single number declares that index alone. */
function rangeOf(context: Context, scope: Scope, item: ast.IndexItem): Axis | undefined {
  if (item.all) {
    context.problem(
      'value/range',
      context.origin(item),
      "`*` can't declare an array: give the range of its indices, such as `[1..8]`.",
    );
    return undefined;
  }
  const low = wholeNumber(context, scope, item.low, 'An index');
  const high = item.high === undefined ? low : wholeNumber(context, scope, item.high, 'An index');
  if (low === undefined || high === undefined) return undefined;
  if (low > high) {
    context.problem(
      'value/range',
      context.origin(item),
      `The range ${low}..${high} is empty: its first index is above its last.`,
      { fixes: [replacement([context.origin(item)], `${high}..${low}`)] },
    );
    return undefined;
  }
  if (low < 0) {
    context.problem('value/range', context.origin(item), `Index ${low} is negative; indices start at 0 or 1.`);
    return undefined;
  }
  return { low, high };
}

/**
 * The positions along some axes that the brackets of a selector choose, row by row; all where there are no brackets.
 * @returns undefined when an index doesn't exist, which is reported
 */
export function positionsOf(
  context: Context,
  scope: Scope,
  name: string,
  axes: readonly Axis[],
  dimensions: readonly ast.Dimension[],
): Uint32Array | undefined {
  if (dimensions.length > axes.length) {
    const extra = dimensions[axes.length] as ast.Dimension;
    const has =
      axes.length === 0 ? "isn't an array" : `has ${axes.length === 1 ? 'one index' : `${axes.length} indices`}`;
    context.problem(
      'selection/no-such-index',
      context.origin(extra),
      `\`${name}\` ${has}, so this index selects nothing.`,
    );
    return undefined;
  }
  let positions = Uint32Array.of(0);
  for (const [i, axis] of axes.entries()) {
    const dimension = dimensions[i];
    const along = dimension === undefined ? allOf(axis) : chosen(context, scope, name, axis, dimension);
    if (along === undefined) return undefined;
    const next = new Uint32Array(positions.length * along.length);
    const size = axisSize(axis);
    let at = 0;
    for (let j = 0; j < positions.length; j++) {
      const before = unsignedAt(positions, j) * size;
      for (let k = 0; k < along.length; k++) next[at++] = before + unsignedAt(along, k);
    }
    positions = next;
  }
  return positions;
}

function allOf(axis: Axis): Uint32Array {
  return countUp(axisSize(axis));
}

function chosen(
  context: Context,
  scope: Scope,
  name: string,
  axis: Axis,
  dimension: ast.Dimension,
): Uint32Array | undefined {
  const found: number[] = [];
  // The parser has reported what can't be read.
  if (dimension.items.length === 0) return undefined;
  for (const item of dimension.items) {
    if (item.all) {
      if (dimension.items.length === 1) return allOf(axis);
      for (let i = 0; i < axisSize(axis); i++) found.push(i);
      continue;
    }
    const low = wholeNumber(context, scope, item.low, 'An index');
    const high = item.high === undefined ? low : wholeNumber(context, scope, item.high, 'An index');
    if (low === undefined || high === undefined) return undefined;
    // Both ends are checked first, so that a range of a billion is refused before it is walked.
    const missing = [low, high].find((index) => positionOf(axis, index) < 0);
    if (missing !== undefined || low > high) {
      const message =
        missing === undefined
          ? `The range ${low}..${high} is empty: its first index is above its last.`
          : `\`${name}\` has no index ${missing}; it has ${printAxes([axis])}.`;
      const nearest = missing === undefined ? undefined : nearestTo(axis, low, high);
      context.problem('selection/no-such-index', context.origin(item), message, {
        fixes: [replacement([context.origin(item)], nearest ?? `${high}..${low}`)],
      });
      return undefined;
    }
    for (let index = low; index <= high; index++) {
      const position = positionOf(axis, index);
      if (position >= 0) found.push(position);
    }
  }
  return Uint32Array.from(found);
}

/** The index or the range within an axis that is nearest to one that isn't; undefined where the axis has none. */
function nearestTo(axis: Axis, low: number, high: number): string | undefined {
  const [from, to] = [nearestIndex(axis, low), nearestIndex(axis, high)];
  if (from === undefined || to === undefined) return undefined;
  return to > from ? `${from}..${to}` : `${from}`;
}

function nearestIndex(axis: Axis, index: number): number | undefined {
  if (axisSize(axis) === 0) return undefined;
  if (!('list' in axis)) return Math.min(Math.max(index, axis.low), axis.high);
  return axis.list.reduce((best, each) => (Math.abs(each - index) < Math.abs(best - index) ? each : best));
}
