// Where a box or frame is from left to right.

/** In pixels. */
export interface Extent {
  readonly x: number;
  readonly width: number;
}
