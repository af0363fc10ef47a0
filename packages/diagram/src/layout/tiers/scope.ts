// A frame, or the whole drawing, with the boxes and frames in it.
import type { TiersGroup } from '../../graph/index.ts';
import type { Slot } from './slot.ts';

/** A frame and its contents, and the rows it covers, counted from the top. */
export interface Scope {
  /** Undefined for the whole drawing, and for a part of it that nothing links to the rest. */
  readonly group: TiersGroup | undefined;
  readonly scopes: readonly Scope[];
  readonly slots: readonly Slot[];
  readonly top: number;
  readonly bottom: number;
}

/** A scope that has a frame. */
export interface Framed extends Scope {
  readonly group: TiersGroup;
}

/** All frames below a scope, outer ones first. */
export function framesIn(scope: Scope): Framed[] {
  return scope.scopes.flatMap((each) => [...(isFramed(each) ? [each] : []), ...framesIn(each)]);
}

function isFramed(scope: Scope): scope is Framed {
  return scope.group !== undefined;
}
