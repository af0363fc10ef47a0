// What a drawing shows, before anything has a place: boxes, the frames around them, the bundles between them.
// Plain data that survives JSON: it crosses from the language server to the webview.

/** A stretch of a file; the same shape as an origin of the core. */
export interface Place {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What all things of a drawing have. */
export interface Item {
  /** Path of what it stands for: `backend.su[2].leaf`. Unique in the drawing and stable when others come or go. */
  readonly id: string;
  /** Where it was written. */
  readonly origin?: Place;
  /** What its tooltip says, line by line. */
  readonly detail: string;
}

/** Where a thing stands on the color scale of the drawing. */
export interface Status {
  /**
   * On a scale: 0 to 1, and more when over the limit. On a list of categories: the place in the list.
   * Null when nobody knows, which is drawn hatched and never as zero.
   */
  readonly value: number | null;
  /** The same in words: `512 of 512 ports linked`. */
  readonly text: string;
}

export type NodeKind = 'switch' | 'host' | 'rack' | 'cdu' | 'other';

/** One box: a device, or a stack of equal ones. */
export interface Node extends Item {
  readonly kind: NodeKind;
  /** `leaf[1..8]` */
  readonly label: string;
  /** Short lines of figures under the label. */
  readonly lines: readonly string[];
  /** How many things the box stands for. */
  readonly count: number;
  /** Id of the group it stands in. */
  readonly group?: string;
  /** Row in a drawing of tiers, counted from the hosts at 0; null when there is none. */
  readonly tier?: number | null;
  readonly status?: Status;
  /** Whether the status is a share that a bar can show. */
  readonly meter?: boolean;
  /** PowerBasis as a small box with its name: its frame says what all in it have in common. */
  readonly compact?: true;
  /** Height of one of the things in a rack, in m; null when unknown. */
  readonly height?: number | null;
}

/** A frame around boxes: a template instance, an array whose devices are drawn one by one, a rack, a loop, a branch of it. */
export interface Group extends Item {
  readonly kind: 'template' | 'array' | 'loose' | 'rack' | 'loop' | 'branch';
  readonly label: string;
  readonly lines: readonly string[];
  readonly count: number;
  readonly group?: string;
  readonly status?: Status;
  /** How the boxes of an array stand: in a circle, or in lines of so many. */
  readonly shape?: { readonly kind: 'circle' } | { readonly kind: 'grid'; readonly columns: number };
  /** What a rack has room for. */
  readonly rack?: {
    /** Usable height in m; null when unknown. */
    readonly height: number | null;
    /** Height of one rack unit in m. */
    readonly unit: number;
    readonly unitName: 'OU' | 'RU';
    /** Whether more stands in it than it has room for. */
    readonly over: boolean;
  };
  /** How the racks of a branch stand in the coolant: side by side, or one behind the other as their boxes are listed. */
  readonly order?: 'parallel' | 'series';
  /** The temperatures of a loop. */
  readonly loop?: { readonly supply: Status; readonly back: Status };
}

/** Links between two boxes, drawn as one band. */
export interface Trunk extends Item {
  readonly from: string;
  readonly to: string;
  /** Lines for the label; the first one is kept when there is room for one only. */
  readonly lines: readonly string[];
  /** What the width of the band says, in the unit of the drawing; null when unknown. */
  readonly weight: number | null;
  readonly status?: Status;
}

/** Racks seen from above. */
export interface Plan {
  readonly rows: readonly {
    readonly label: string;
    /** What stands in it: `net[1], net[2]`, `8 × gpu`. */
    readonly names: string;
    /** Equal racks next to each other. */
    readonly runs: readonly PlanRun[];
  }[];
}

export interface PlanRun {
  /** Id of the group that draws such a rack. */
  readonly group: string;
  readonly count: number;
  /** Position of the first in its row, from 1; absent when positions are not said. */
  readonly at?: number;
  readonly status: Status;
  readonly detail: string;
}

/** A key figure above the drawing. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** What was required of it, as `≤ 1`. */
  readonly note?: string;
  readonly verdict?: 'holds' | 'fails' | 'unknown';
}

/** What the colors and widths of a drawing mean. */
export interface Legend {
  readonly colors?:
    | {
        readonly kind: 'share' | 'temperature' | 'amount';
        readonly title: string;
        /** Texts at the low end, in the middle and at the high end of the scale. */
        readonly ticks: readonly [string, string, string];
        /** What is over the high end, when something is. */
        readonly over?: string;
        /** Whether something is unknown. */
        readonly unknown: boolean;
      }
    | { readonly kind: 'categories'; readonly title: string; readonly names: readonly string[] };
  /** The band of the largest weight: `819.2 Tbps`. */
  readonly width?: { readonly title: string; readonly largest: string; readonly weight: number };
}

/** How the boxes want to be placed. */
export type Arrangement = 'tiers' | 'free' | 'racks' | 'loops';

/** A whole drawing. */
export interface Graph {
  /** Id of the view. */
  readonly id: string;
  readonly arrangement: Arrangement;
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly Figure[];
  readonly nodes: readonly Node[];
  readonly groups: readonly Group[];
  readonly trunks: readonly Trunk[];
  /** Where the racks stand on the floor, as far as that is said. */
  readonly plan?: Plan;
  readonly legend: Legend;
  /** Sentences about what is missing or left out. */
  readonly notes: readonly string[];
  /** Name of the file, without its folder. */
  readonly file: string;
}
