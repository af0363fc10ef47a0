// A network in rows: spines on top, hosts at the bottom.
import type { CardNode, Labeled, Trunk } from './item.ts';
import type { Sheet } from './sheet.ts';

/** A device, or a stack of equal ones. */
export interface TiersNode extends CardNode {
  /** Row, counted from the hosts at 0; null when the box is linked to nothing. */
  readonly tier: number | null;
  /** Id of the frame it is in. */
  readonly group?: string;
}

/** A frame: instances of a template, the devices without a link, or many devices of an array. */
export interface TiersGroup extends Labeled {
  readonly kind: 'template' | 'loose' | 'array';
  /** Id of the frame it is in. */
  readonly group?: string;
}

export interface TiersGraph extends Sheet {
  readonly arrangement: 'tiers';
  readonly nodes: readonly TiersNode[];
  readonly groups: readonly TiersGroup[];
  readonly trunks: readonly Trunk[];
}
