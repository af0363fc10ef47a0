// What stands in what.
import type { Group } from '../../graph/index.ts';
import type { Card } from '../pieces/card.ts';

/** Where a box or frame begins and how wide it is. */
export interface Extent {
  readonly x: number;
  readonly width: number;
}

/** A group with what it holds, and the rows it reaches over, counted from the top. */
export interface Scope {
  /** Undefined for the whole drawing, and for a part of it that nothing links to the rest. */
  readonly group: Group | undefined;
  readonly scopes: readonly Scope[];
  readonly cards: readonly Card[];
  readonly top: number;
  readonly bottom: number;
}
