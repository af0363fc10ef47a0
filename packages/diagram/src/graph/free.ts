// A network without rows: rings, tori, switches that are linked in a circle.
import type { CardNode, Labeled, Trunk } from './item.ts';
import type { Sheet } from './sheet.ts';

/** A device, or a stack of equal ones. */
export interface FreeNode extends CardNode {
  /** Id of the array it is in, when the array has a frame. */
  readonly group?: string;
  /** Its place on a map, to the right and down, in degrees of a great circle. */
  readonly at?: { readonly x: number; readonly y: number };
}

/**
 * The arrangement of the boxes of an array: a circle; two sides, each box of one linked to each of the other; or rows of so many, on
 * planes of so many rows where there is more than one.
 */
export type Shape =
  | { readonly kind: 'circle' }
  | { readonly kind: 'sides' }
  | { readonly kind: 'grid'; readonly columns: number; readonly rows?: number };

/** The frame of an array whose devices are drawn one by one. */
export interface FreeGroup extends Labeled {
  readonly kind: 'array';
  readonly shape: Shape;
}

export interface FreeGraph extends Sheet {
  readonly arrangement: 'free';
  readonly nodes: readonly FreeNode[];
  readonly groups: readonly FreeGroup[];
  readonly trunks: readonly Trunk[];
}
