// Racks in elevation, and the floor they are on.
import type { Labeled, Mark, NodeKind, Status } from './item.ts';
import type { Sheet } from './sheet.ts';

/** What is on a face of a device: a row of equal things, all in one state. */
export interface FaceRow {
  readonly kind: 'filled' | 'empty' | 'supply' | 'coupling';
  /** Upper left corners and size of each, in m from the upper left corner of the device. */
  readonly at: readonly (readonly [x: number, y: number])[];
  readonly width: number;
  readonly height: number;
  readonly detail: string;
}

/** A device from one side, to scale. */
export interface Face {
  /** In m. */
  readonly width: number;
  readonly rows: readonly FaceRow[];
}

/** Equal devices in a rack, stacked. */
export interface RacksNode extends Labeled {
  readonly kind: NodeKind;
  /** Id of the rack. */
  readonly group: string;
  readonly status: Status;
  /** Height of one device in m; null when unknown. */
  readonly height: number | null;
  readonly front: Face;
  readonly rear: Face;
}

/** A rack, or several equal ones drawn once. */
export interface RacksGroup extends Labeled {
  readonly kind: 'rack';
  readonly status: Status;
  /** Room in the rack. */
  readonly rack: {
    /** Usable height in m; null when unknown. */
    readonly height: number | null;
    /** Height of one rack unit in m. */
    readonly unit: number;
    readonly unitName: 'OU' | 'RU';
    /** Whether its devices are higher than its usable height. */
    readonly over: boolean;
    /** Opening between its rails in m. */
    readonly width: number;
    /** Free space above its devices in words; empty where there is none, or where it is unknown. */
    readonly free: string;
    /** What runs down its rear. */
    readonly rear: readonly ('busbar' | 'manifold')[];
  };
}

/** Racks seen from above. */
export interface Plan {
  readonly rows: readonly {
    readonly label: string;
    /** Its racks: `8 racks: net[1] … net[8]`. */
    readonly names: string;
    /** Equal racks next to each other. */
    readonly runs: readonly PlanRun[];
  }[];
}

export interface PlanRun {
  /** Id of the group that draws such a rack. */
  readonly group: string;
  readonly count: number;
  /** Position of the first in its row, from 1; absent when positions are not given. */
  readonly at?: number;
  readonly status: Status;
  readonly detail: string;
  /** Number of the first in the design; the others follow it. */
  readonly first: number;
  /** Those of the group, where some of these racks are meant. */
  readonly marks?: readonly Mark[];
  /** Which of these racks are meant, from 0; all when absent. */
  readonly marked?: readonly number[];
}

export interface RacksGraph extends Sheet {
  readonly arrangement: 'racks';
  readonly nodes: readonly RacksNode[];
  readonly groups: readonly RacksGroup[];
  /** The floor, when the rows of all racks are given. */
  readonly plan?: Plan;
}
