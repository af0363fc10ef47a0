// Where a selector has led so far: scopes of networks and templates, or elements.
import type { Block, ElementFamily, Selection } from '@lightloom/core';
import type { Scope } from '../scope/scope.ts';
import { joined } from '../values/ids.ts';

export type Reached =
  | { readonly kind: 'scopes'; readonly family: 'group' | 'network'; readonly scopes: readonly Scope[] }
  | ReachedElements;

export interface ReachedElements {
  readonly kind: 'elements';
  readonly of: ElementFamily;
  readonly ids: Uint32Array;
}

/** What was reached, as a selection. */
export function selectionOf(reached: Reached): Selection {
  if (reached.kind === 'elements') return { of: reached.of, ids: reached.ids };
  if (reached.family === 'network')
    return { of: 'network', ids: Uint32Array.from(reached.scopes, (each) => each.network?.index ?? 0) };
  return { of: 'group', ids: Uint32Array.from(reached.scopes, (each) => each.group?.index ?? 0) };
}

/** What was reached from several scopes, one after another; it is of one kind. */
export function joinReached(parts: readonly Reached[]): Reached | undefined {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  if (first.kind === 'scopes')
    return { ...first, scopes: parts.flatMap((each) => (each.kind === 'scopes' ? each.scopes : [])) };
  return { ...first, ids: joined(parts.flatMap((each) => (each.kind === 'elements' ? [each.ids] : []))) };
}

/** The family of what a block installs. */
export function familyOf(kind: Block['kind']): ElementFamily {
  return kind === 'rack' ? 'rack' : kind === 'cdu' ? 'cdu' : 'device';
}
