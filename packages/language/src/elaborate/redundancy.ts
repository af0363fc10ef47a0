// Redundancy behind what is counted: `n+1`, `n+2`, `n+n`, `2n`, in small letters or capitals.
import type { Redundancy, SelectableKind } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { textOfNode } from '../parse/index.ts';
import type { Context } from './context.ts';

/** The redundancy an item says; tells when it says none. */
export function redundancyIn(context: Context, item: ast.Item): Redundancy | undefined {
  const text = textOf(item);
  if (text === 'n+n' || text === '2n') return { mirrored: true };
  const spare = /^n\+(\d+)$/.exec(text);
  if (spare !== null) return { spare: Number(spare[1]) };
  context.problem('value/kind', context.origin(item), 'Redundancy is written `n+1`, `n+2` or `n+n`.');
  return undefined;
}

/** Whether something is left of so many when as many are lost as may be. */
export function leavesSome(redundancy: Redundancy, count: number): boolean {
  return 'mirrored' in redundancy ? count > 1 : redundancy.spare < count;
}

/**
 * Whether an item speaks of redundancy: `n+1`, `2n`, whatever else is called `n`, as nothing adds to a thing. A bare name is the
 * thing of that name where there is one: of `2n`, which is redundancy too, one that fits.
 * @param of what is selected
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
