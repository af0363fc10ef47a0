// What a layout engine is to us: sizes and links in, positions out.
import type { Point } from '../geometry/placed.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Boxes and links to be placed. */
export interface LayoutTask {
  readonly boxes: readonly (Size & { readonly id: string })[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  /** From the middle of a box to that of one it is linked to, in pixels. */
  readonly distance: number;
}

export interface LayoutPlaces {
  /** Top left corners by id. */
  readonly corners: ReadonlyMap<string, Point>;
}

/** Places boxes; undefined when there are more than it takes. @throws when the engine itself fails */
export type LayoutEngine = (task: LayoutTask) => Promise<LayoutPlaces | undefined>;

/** What a drawing without rows is placed by, and the room it has. */
export interface Room {
  readonly engine: LayoutEngine | undefined;
  /** Width of the room divided by its height; that of a page on its side when undefined. */
  readonly shape: number | undefined;
}
