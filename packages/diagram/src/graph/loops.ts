// Coolant loops: CDUs and racks between supply and return.
import type { CardNode, Labeled, Trunk } from './item.ts';
import type { Sheet } from './sheet.ts';

/** CDUs, or equal racks. */
export interface LoopsNode extends CardNode {
  /** Id of the loop or branch it is on. */
  readonly group: string;
}

/** A coolant loop, or the racks on none. */
export interface LoopGroup extends Labeled {
  readonly kind: 'loop';
}

/** A branch of a loop. */
export interface BranchGroup extends Labeled {
  readonly kind: 'branch';
  /** Id of the loop. */
  readonly group: string;
  /** How coolant passes the racks: side by side, or one after the other in the order of their boxes. */
  readonly order: 'parallel' | 'series';
}

export type LoopsGroup = LoopGroup | BranchGroup;

export interface LoopsGraph extends Sheet {
  readonly arrangement: 'loops';
  readonly nodes: readonly LoopsNode[];
  readonly groups: readonly LoopsGroup[];
  /** Pipes. The two mains of a loop lead from its frame to itself. */
  readonly trunks: readonly Trunk[];
}
