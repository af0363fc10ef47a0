// A drawing in which everything has its place: pixels from the top left corner.
import type { Figure, Graph, Group, Node, PlanRun, Status, Trunk } from '../../graph/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Sizes and weights of type. */
export type TextRole = 'title' | 'subtitle' | 'figure' | 'caption' | 'name' | 'line' | 'label' | 'strong' | 'small';

/** A line of text; `x`, `y` are its anchor on the base line. */
export interface PlacedText extends Point {
  readonly text: string;
  readonly role: TextRole;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A bar that shows a share. */
export interface Meter extends Box {
  readonly status: Status;
}

export interface PlacedNode extends Box {
  readonly node: Node;
  readonly texts: readonly PlacedText[];
  readonly meter?: Meter;
  /** Lines that part a stack of devices in a rack: left ends, and their length. */
  readonly cuts?: readonly (Point & { readonly length: number })[];
  /** A ground for the texts where they stand on such lines. */
  readonly plate?: Box;
}

export interface PlacedGroup extends Box {
  readonly group: Group;
  readonly texts: readonly PlacedText[];
  readonly meter?: Meter;
  /** The frame of a rack, and where its rack units are marked. */
  readonly frame?: Box & { readonly marks: readonly { readonly y: number; readonly text: string }[] };
}

/** A label on a trunk. */
export interface Pill extends Box {
  readonly texts: readonly PlacedText[];
}

export interface PlacedTrunk {
  readonly trunk: Trunk;
  /** SVG path data of its middle line. */
  readonly path: string;
  /** Width of the band in pixels. */
  readonly width: number;
  /** Where it flows: points on it, with the direction in degrees, 0 to the right and 90 down. */
  readonly arrows?: readonly (Point & { readonly turn: number })[];
  readonly pill?: Pill;
}

export interface PlacedFigure extends Box {
  readonly figure: Figure;
  readonly texts: readonly PlacedText[];
}

/** The floor from above. */
export interface PlacedPlan extends Box {
  readonly texts: readonly PlacedText[];
  readonly runs: readonly { readonly run: PlanRun; readonly cells: readonly Box[] }[];
}

/** Where the legend's parts stand. */
export interface PlacedLegend {
  readonly ramp?: Box;
  readonly swatches: readonly (Box & { readonly kind: 'unknown' | 'over' | 'category'; readonly index: number })[];
  readonly band?: Box;
  readonly texts: readonly PlacedText[];
}

export interface Placed {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly trunks: readonly PlacedTrunk[];
  readonly figures: readonly PlacedFigure[];
  readonly plan?: PlacedPlan;
  readonly legend: PlacedLegend;
  /** Title, subtitle, notes, footer. */
  readonly texts: readonly PlacedText[];
}
