// A drawing in which everything has its position: pixels from the top left corner.
import type {
  CardNode,
  ChartGroup,
  ChartNode,
  Face,
  Figure,
  FloorGroup,
  FloorNode,
  FreeGroup,
  Graph,
  LoopsGroup,
  Mark,
  PlanRun,
  RacksGroup,
  RacksNode,
  SheetVerdict,
  Status,
  TiersGroup,
  Trunk,
} from '../../graph/index.ts';

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
  /** Whether it says what many boxes or bands have in common, below them. */
  readonly isCaption?: true;
}

/** A mark of a finding. */
export interface PlacedMark extends Box {
  readonly mark: Mark;
  /** Empty where there is room for the sign only. */
  readonly label: PlacedText;
}

/** A bar that shows a share. */
export interface Meter extends Box {
  readonly status: Status;
}

/** Something that has texts, and marks of findings. */
interface Marked extends Box {
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
}

/** A card: a device, a stack of devices, a rack on a loop, a CDU. */
export interface PlacedCard extends Marked {
  readonly drawn: 'card';
  readonly node: CardNode;
  readonly meter?: Meter;
}

/** A side of equal devices, to scale: one above the other. */
export interface PlacedFace extends Box {
  readonly face: Face;
  /** Pixels of a metre. */
  readonly scale: number;
  /** How many devices, and the height of each. */
  readonly count: number;
  readonly each: number;
}

/** Equal devices in a rack, to scale: from the front, in words, from the rear. */
export interface PlacedStack extends Marked {
  readonly drawn: 'stack';
  readonly node: RacksNode;
  readonly front: PlacedFace;
  readonly rear: PlacedFace;
  /** Room of its words: as near to its height as the other stacks of the rack allow. */
  readonly label: Box;
  /** From its front to its label, where not all labels of the rack are beside their devices. */
  readonly leader?: readonly Point[];
}

/** A row of a chart. */
export interface PlacedBar extends Marked {
  readonly drawn: 'bar';
  readonly node: ChartNode;
  readonly bar?: Box;
  /** Whether a line joins it with the rows above and below. */
  readonly path: boolean;
}

/** Equal racks next to each other, from above. */
export interface PlacedRun extends Marked {
  readonly drawn: 'run';
  readonly node: FloorNode;
  /** Width of one. */
  readonly each: number;
}

export type PlacedNode = PlacedCard | PlacedStack | PlacedBar | PlacedRun;

/** A frame around cards. */
export interface PlacedFrame extends Box {
  readonly drawn: 'frame';
  readonly group: TiersGroup | FreeGroup | LoopsGroup;
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
}

/** A rack in elevation. */
export interface PlacedRack extends Box {
  readonly drawn: 'rack';
  readonly group: RacksGroup;
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
  readonly meter: Meter;
  /** Its usable height from the front, with marks at rack units. */
  readonly elevation: Box & { readonly marks: readonly { readonly y: number; readonly text: string }[] };
  /** The same from the rear. */
  readonly rear: Box;
}

/** A chart: the levels of its ticks and limits across its plot. */
export interface PlacedChart extends Box {
  readonly drawn: 'chart';
  readonly group: ChartGroup;
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
  readonly plot: Box;
  readonly ticks: readonly number[];
  readonly limits: readonly number[];
}

/** A hall from above. */
export interface PlacedHall extends Box {
  readonly drawn: 'hall';
  readonly group: FloorGroup;
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
  readonly floor: Box;
  /** Levels of the cable tray along the rows. */
  readonly trays: readonly number[];
}

export type PlacedGroup = PlacedFrame | PlacedRack | PlacedChart | PlacedHall;

/** An arrow on a pipe, or an amplifier on a band; `angle` in degrees, 0 to the right and 90 down. */
export interface Arrow extends Point {
  readonly angle: number;
}

/** A label on a trunk. */
export interface Pill extends Box {
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
}

export interface PlacedTrunk {
  readonly trunk: Trunk;
  /** SVG path data of its middle line. */
  readonly path: string;
  /** Width of the band in pixels. */
  readonly width: number;
  /** Direction of flow: arrows on it. Only pipes have them. */
  readonly arrows?: readonly Arrow[];
  /** Amplifiers on it, each as a triangle. */
  readonly amplifiers?: readonly Arrow[];
  readonly pill?: Pill;
}

export interface PlacedFigure extends Box {
  readonly figure: Figure;
  readonly texts: readonly PlacedText[];
  readonly marks?: readonly PlacedMark[];
}

/** The floor from above. */
export interface PlacedPlan extends Box {
  readonly texts: readonly PlacedText[];
  readonly runs: readonly { readonly run: PlanRun; readonly cells: readonly Box[] }[];
}

/** A field of the title block; one with a verdict has a sign before its text. */
export interface PlacedField extends Box {
  readonly texts: readonly PlacedText[];
  readonly verdict?: SheetVerdict;
}

export interface PlacedBlock extends Box {
  readonly fields: readonly PlacedField[];
}

/** Positions of the parts of the legend. */
export interface PlacedLegend {
  readonly ramp?: Box;
  /** The ramp of bands, where it is another one. */
  readonly bandRamp?: Box;
  readonly swatches: readonly (Box & {
    readonly kind: 'unknown' | 'over' | 'category' | 'change';
    readonly index: number;
  })[];
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
  /** Marks before the findings that are listed. */
  readonly findings: readonly PlacedMark[];
  /** Without fields where there is no sheet around the drawing. */
  readonly block: PlacedBlock;
  /** Title, subtitle, messages of findings, notes. */
  readonly texts: readonly PlacedText[];
}
