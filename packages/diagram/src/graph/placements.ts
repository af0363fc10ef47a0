// Places that people gave to boxes, as a drawing has them and as they are kept.

/** A box and its top left corner, in pixels; where 0, 0 is doesn't matter. */
export interface PlacedAt {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The places of boxes of a drawing. */
export interface Placements {
  readonly boxes: readonly PlacedAt[];
  /** Whether they are where boxes are; else they are where the layout begins to look for better ones. */
  readonly locked: boolean;
}

/** A place that is kept, with what its box is known by once it has another name. */
export interface KeptPlace {
  readonly x: number;
  readonly y: number;
  /** Its type and number: `8 × XpoLeaf`. */
  readonly like?: string | undefined;
  /** Ids of the boxes it is linked to. */
  readonly linked?: readonly string[] | undefined;
}

/** The kept places of a view, by id of the box. */
export interface KeptView {
  readonly locked: boolean;
  readonly boxes: ReadonlyMap<string, KeptPlace>;
}
