// What a layout engine is to us: sizes and links in, corners out.

/** What is to be placed. */
export interface LayoutTask {
  readonly boxes: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  /** Room between boxes in pixels, wide enough for a label. */
  readonly gap: number;
}

/**
 * Places boxes: their top left corners by id, or undefined when it could not, or not in time.
 * An engine never throws.
 */
export type LayoutEngine = (
  task: LayoutTask,
) => Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }> | undefined>;
