// How many elements an array has, where the text doesn't say it plainly.
import { axesSize, type Fabric, originWithin, printCount, printNumber, signedAt } from '@lightloom/core';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Hint } from './hint.ts';

/** Something that is declared as an array. */
type Declared = ast.Instance | ast.TemplateInstance | ast.Ports;

/** `= 64, 128 in all` behind the indices of an array. */
export function sizeHints(node: Declared, analysis: Analysis): Hint[] {
  const last = node.dimensions.at(-1);
  const sizes = sizesOf(node, analysis);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (sizes.length === 0 || most === 0) return [];
  const all = sizes.reduce((sofar, each) => sofar + each, 0);
  const own = least === most ? printNumber(most, 0) : `${printNumber(least, 0)} to ${printNumber(most, 0)}`;
  const parts = [
    ...(last === undefined || isPlain(node.dimensions) ? [] : [`= ${own}`]),
    ...(sizes.length === 1 || all === 1 ? [] : [`${printNumber(all, 0)} in all`]),
  ];
  if (parts.length === 0) return [];
  const at = last === undefined ? nameEnd(node) : extentOf(last).end;
  return [{ kind: 'sizes', at, label: parts.join(', ') }];
}

/** `192 modules` behind the cages that a `plug` fills. */
export function plugHints(node: ast.Plug, { fabric, placeOf }: Analysis): Hint[] {
  const place = placeOf(node);
  const own = fabric.plugs.filter(({ origin }) => originWithin(origin, place));
  if (own.length === 0) return [];
  const counts = cagesOfPlugs(fabric);
  const count = own.reduce((all, { index }) => all + (counts[index] ?? 0), 0);
  return count === 0 ? [] : [{ kind: 'sizes', at: extentOf(node).end, label: printCount(count, 'module') }];
}

const knownCages = new WeakMap<Fabric, Uint32Array>();

/** How many cages each `plug` fills: looks at each cage once, however many statements there are. */
function cagesOfPlugs(fabric: Fabric): Uint32Array {
  let found = knownCages.get(fabric);
  if (found !== undefined) return found;
  found = new Uint32Array(fabric.plugs.length);
  const { plug, count } = fabric.cages;
  for (let cage = 0; cage < count; cage++) {
    const index = signedAt(plug, cage);
    if (index >= 0) found[index] = (found[index] ?? 0) + 1;
  }
  knownCages.set(fabric, found);
  return found;
}

/** The size of the array in each scope that it is declared in. */
function sizesOf(node: Declared, { fabric, declarationOf, placeOf }: Analysis): number[] {
  const key = declarationOf(node);
  if (node.$type === 'Instance')
    return fabric.blocks.filter((each) => each.declaration === key).map(({ count }) => count);
  const place = placeOf(node);
  if (node.$type === 'Ports') {
    const found = fabric.parts.flatMap(({ ports }) => ports.filter(({ origin }) => originWithin(origin, place)))[0];
    return found === undefined ? [] : [axesSize(found.axes)];
  }
  const arrays = new Map<string, number>();
  for (const { kind, origin, array } of fabric.groups)
    if (kind === 'template' && originWithin(origin, place)) arrays.set(array, (arrays.get(array) ?? 0) + 1);
  return [...arrays.values()];
}

/** Whether the size can be read off: `[1..8]`, `[8]`. */
function isPlain(dimensions: readonly ast.Dimension[]): boolean {
  const [dimension, more] = dimensions;
  const [item, others] = dimension?.items ?? [];
  if (dimension === undefined || more !== undefined || item === undefined || others !== undefined) return false;
  const { low, high } = item;
  return low?.$type === 'Numeral' && (high === undefined || (low.value === 1 && high.$type === 'Numeral'));
}

function nameEnd(node: Declared): number {
  return extentOf(node).start + ('kind' in node ? node.kind.length + 1 : 0) + node.name.length;
}

/** `= 32 times` behind the ranges of a `for`, where they don't say it plainly. */
export function repeatHints(node: ast.For, analysis: Analysis): Hint[] {
  const [first, ...more] = node.indices;
  const last = node.indices.at(-1);
  const { uri, start } = analysis.placeOf(node);
  const runs = analysis.runsAt(uri, start);
  if (first === undefined || last === undefined || runs === undefined) return [];
  const isPlain = first.high.$type === 'Numeral' && first.low.$type === 'Numeral' && first.low.value === 1;
  if (more.length === 0 && isPlain) return [];
  const { least, most } = runs;
  const times = least === most ? printCount(most, 'time') : `${printNumber(least, 0)} to ${printCount(most, 'time')}`;
  return [{ kind: 'sizes', at: extentOf(last).end, label: `= ${times}` }];
}
