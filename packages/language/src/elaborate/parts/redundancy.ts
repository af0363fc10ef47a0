// Redundancy after what it applies to: `n+1`, `n+2`, `n+n` or `2n`, in upper or lower case.
import type { Redundancy, SelectableKind } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';

/** The redundancy that an item gives; undefined when it gives none, which is reported. */
export function redundancyIn(context: Context, item: ast.Item): Redundancy | undefined {
  const text = textOf(item);
  if (text === 'n+n' || text === '2n') return { mirrored: true };
  const spare = /^n\+(\d+)$/.exec(text);
  if (spare !== null) return { spare: Number(spare[1]) };
  // A comma with nothing behind it is reported as it is read.
  if (text === '') return undefined;
  context.problem('value/kind', context.origin(item), 'Redundancy must be `n+1`, `n+2` or `n+n`.');
  return undefined;
}

/** Whether some of a number remain when as many are lost as the redundancy allows. */
export function leavesSome(redundancy: Redundancy, count: number): boolean {
  return 'mirrored' in redundancy ? count > 1 : redundancy.spare < count;
}

/**
 * Whether an item is redundancy. `n+1` always is, even where something is named `n`, since nothing can be added to a
 * thing. A bare name such as `2n` is the thing of that name where there is one of the right kind.
 * @param of what the property selects
 */
export function isRedundancy(item: ast.Item, of: SelectableKind): boolean {
  const text = textOf(item);
  if (/^n\+(n|\d+)$/.test(text)) return true;
  const value = item.value?.$type === 'Binary' ? item.value.left : item.value;
  const segment = value?.$type === 'Selector' ? value.segments[0] : undefined;
  const named = segment?.$type === 'Segment' ? segment.named.ref : undefined;
  if (text === '2n') return !(named?.$type === 'Instance' && named.kind === of);
  return /^2?n\b/.test(text) && named === undefined;
}

function textOf(item: ast.Item): string {
  return textOfNode(item).replace(/\s/g, '').toLowerCase();
}
