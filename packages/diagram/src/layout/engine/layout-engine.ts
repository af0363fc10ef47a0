// What a layout engine is to us: sizes and links in, positions and routes out.
import type { Point } from '../geometry/placed.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Boxes and links to be placed. */
export interface LayoutTask {
  readonly boxes: readonly (Size & { readonly id: string })[];
  /** Links between two boxes, with the size of their label where they have one. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly label?: Size }[];
  /** Room between boxes in pixels. */
  readonly gap: number;
}

/** The path of a link around the boxes. */
export interface LayoutRoute {
  readonly points: readonly Point[];
  /** Top left corner of the label. */
  readonly label?: Point;
}

export interface LayoutPlaces {
  /** Top left corners by id. */
  readonly corners: ReadonlyMap<string, Point>;
  /** Paths of the links, in the order of the task; a link without one is a straight line. */
  readonly routes?: readonly (LayoutRoute | undefined)[];
}

/** Places boxes; undefined when there are more than it takes. @throws when the engine itself fails */
export type LayoutEngine = (task: LayoutTask) => Promise<LayoutPlaces | undefined>;
