// A hall from above, to scale: rows of racks, once for each thing that colors show.
import type { Labeled, NodeKind, Status } from './item.ts';
import type { Sheet } from './sheet.ts';

/** Equal racks next to each other in a row. */
export interface FloorNode extends Labeled {
  readonly kind: NodeKind;
  /** Id of the plan it is in. */
  readonly group: string;
  readonly status: Status;
  /** Left edge of the first, in m from the left edge of the first position. */
  readonly x: number;
  /** Front edge, in m from that of the first row. */
  readonly y: number;
}

/** The hall, with one thing that colors show. */
export interface FloorGroup extends Labeled {
  readonly kind: 'hall';
  /** In m. */
  readonly width: number;
  readonly depth: number;
  /** A position, and the depth of a rack, in m. */
  readonly rack: { readonly width: number; readonly depth: number };
  /** Front edges of rows, in m, with their names. */
  readonly rows: readonly { readonly y: number; readonly label: string }[];
  /** Positions with a number above them: their left edges in m. */
  readonly positions: readonly { readonly x: number; readonly label: string }[];
  /** Spaces between rows: upper edges in m, and their width in words. */
  readonly aisles: readonly { readonly y: number; readonly depth: number; readonly label: string }[];
  /** Whether a cable tray runs along the rows and across them. */
  readonly tray: boolean;
}

export interface FloorGraph extends Sheet {
  readonly arrangement: 'floor';
  readonly nodes: readonly FloorNode[];
  readonly groups: readonly FloorGroup[];
}
