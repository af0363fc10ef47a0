// The elaborated fabric: everything installed, in columns where there are many, with the place in the text of each.
// A row of a table is an id; ids count from zero. Nothing here changes once it is built.
import type { FeedKind, TypedInstanceKind } from '../catalogue/index.ts';
import type { DeclarationKey, Origin } from '../source/origin.ts';
import type { Axis } from './axis.ts';
import type { Part, Redundancy, Unknown, Values } from './part.ts';
import type { Purchase } from './purchase.ts';
import type { Selection } from './selection.ts';
import type { Allowance, NamedFigure, Phase, Requirement, Setting, View } from './statement.ts';

/** A named scope: the network, or one instance of a template. */
export interface Group {
  readonly index: number;
  readonly kind: 'network' | 'template';
  /** `backend`, `su[2]`. */
  readonly name: string;
  /** `backend.su[2]`. */
  readonly path: string;
  /** The array it belongs to, `backend.su`; equals `path` for a network. */
  readonly array: string;
  readonly parent: Group | undefined;
  readonly network: Network | undefined;
  /** The template's name. */
  readonly template: string | undefined;
  readonly origin: Origin;
}

/** An array of things from one declaration: equal, but for those that a later statement changes. */
export interface Block {
  readonly index: number;
  readonly kind: TypedInstanceKind;
  readonly name: string;
  /** Path of the array without indices, `backend.su[2].leaf`. */
  readonly path: string;
  readonly group: Group | undefined;
  readonly axes: readonly Axis[];
  /** Undefined when the type could not be resolved. */
  readonly part: Part | undefined;
  /** Id of the first element in its table. */
  readonly first: number;
  readonly count: number;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
  readonly doc: string | undefined;
}

/** Switches and hosts. */
interface DeviceTable {
  readonly count: number;
  /** Index into `blocks`. */
  readonly block: Uint32Array;
  /** Index into `parts`, or -1: the part of its block, or one derived from it for a device with values of its own. */
  readonly part: Int32Array;
  /** Rack id, or -1. */
  readonly rack: Int32Array;
  /** The `place` statement that put it there: index into `placements`, or -1. */
  readonly placement: Int32Array;
  /** First cage of each device; one entry more than devices. */
  readonly firstCage: Uint32Array;
}

/** Cages, device by device. */
interface CageTable {
  readonly count: number;
  readonly device: Uint32Array;
  /** Index into `parts`, or -1 when empty. */
  readonly module: Int32Array;
  /** The `plug` statement: index into `plugs`, or -1. */
  readonly plug: Int32Array;
  /** First logical port of each cage; one entry more than cages. */
  readonly firstPort: Uint32Array;
}

/** Logical ports: a cage and a channel of the module in it. An empty cage is one port. */
interface PortTable {
  readonly count: number;
  readonly cage: Uint32Array;
}

/** Links, statement by statement. */
interface LinkTable {
  readonly count: number;
  /** Port ids. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Racks. */
export interface RackTable {
  readonly count: number;
  readonly block: Uint32Array;
  /** Index into `parts`, or -1. */
  readonly part: Int32Array;
  /** Index into `loops`, or -1. */
  readonly loop: Int32Array;
  /** Index into `feedSets`. */
  readonly feeds: Uint32Array;
  /** Coolant flow through the rack in m³/s, `NaN` when unknown. */
  readonly flow: Float64Array;
  /** Row, or 0 when unknown. */
  readonly row: Int32Array;
  /** Position in the row, or 0 when unknown. */
  readonly position: Int32Array;
  /** Index into `branches`, or -1 where it is on its loop directly. */
  readonly branch: Int32Array;
}

/** Coolant distribution units. */
interface CduTable {
  readonly count: number;
  readonly block: Uint32Array;
  /** Index into `parts`, or -1. */
  readonly part: Int32Array;
  /** The rack it is mounted in, or -1. */
  readonly rack: Int32Array;
  /** Index into `feedSets`: feeds of its own. */
  readonly feeds: Uint32Array;
}

export interface Loop {
  readonly index: number;
  readonly name: string;
  readonly values: Values<'loop'>;
  /** Properties that are given as unknown, by name; undefined where none are. */
  readonly unknowns?: Readonly<Record<string, Unknown>>;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** A branch of a loop. */
export interface Branch {
  readonly index: number;
  /** `primary.east` */
  readonly name: string;
  /** Index into `loops`. */
  readonly loop: number;
  readonly values: Values<'branch'>;
  /** Properties that are given as unknown, by name. */
  readonly unknowns: Readonly<Record<string, Unknown>>;
  /** In series, in the order of the flow. */
  readonly racks: Uint32Array;
  readonly order: 'parallel' | 'series';
  /** The branch whose outlet it takes: index into `branches`, or -1 where it takes the supply of the loop. */
  readonly after: number;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** The hall: the grid of rack positions, and the tray between them. */
export interface Hall {
  readonly name: string;
  readonly values: Values<'hall'>;
  /** Properties that are given as unknown, by name; undefined where none are. */
  readonly unknowns?: Readonly<Record<string, Unknown>>;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** Feeds that supply racks together. */
export interface FeedSet extends Selection {
  /** How many of them may fail; undefined when each must be able to carry all alone. */
  readonly redundancy: Redundancy | undefined;
}

/** What carries power: a feed, a UPS or a PDU. */
export interface Feed {
  readonly index: number;
  readonly kind: FeedKind;
  readonly name: string;
  /** Those of a UPS are all that any of them has. */
  readonly values: Values<'ups'>;
  /** Properties that are given as unknown, by name; undefined where none are. */
  readonly unknowns?: Readonly<Record<string, Unknown>>;
  /** What supplies it: index into `feedSets`; they don't circle. */
  readonly feeds: number;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

export interface Network {
  readonly index: number;
  readonly name: string;
  /** `scale-up`, `scale-out`, `scale-across`, `storage` or `management`. */
  readonly kind: string;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** A `plug` statement. */
export interface Plug {
  readonly index: number;
  /** Undefined when the module could not be resolved. */
  readonly module: Part<'module'> | undefined;
  readonly origin: Origin;
}

/** A `place` statement. */
export interface Placement {
  readonly index: number;
  readonly origin: Origin;
  readonly of: 'device' | 'cdu';
  /** Devices, or CDUs, that it places. */
  readonly devices: number;
  /** The ids of those for which no rack had room. */
  readonly left: Uint32Array;
  readonly racks: number;
  /** How many of them a rack takes. */
  readonly each: number;
}

/** One end of a `link` statement. */
export interface Side {
  /** As written: `su[*].leaf[*].up`. */
  readonly text: string;
  readonly origin: Origin;
  /** Devices it selects. */
  readonly devices: number;
  /** Ports of each device; `NaN` when devices differ. */
  readonly portsEach: number;
  /** Ports in all. */
  readonly ports: number;
}

/** Why a pattern could not be laid. */
export type LinkFault =
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'uneven'; readonly perPair: number }
  | { readonly kind: 'too few ports'; readonly needed: number; readonly have: number; readonly side: 'from' | 'to' }
  | { readonly kind: 'unequal'; readonly from: number; readonly to: number; readonly what: string }
  /** A pattern among the devices of one side needs another number of them. */
  | { readonly kind: 'devices'; readonly needed: number; readonly have: number }
  /** The ports of each device aren't a multiple of its neighbors; `NaN` when devices differ. */
  | { readonly kind: 'degree'; readonly needed: number; readonly have: number }
  /** Routers have too few ports for their hosts besides those of the pattern. */
  | { readonly kind: 'too few hosts'; readonly needed: number; readonly have: number }
  /** Cages of a side have no module, or one without channels, so their ports are unknown. */
  | { readonly kind: 'bare'; readonly side: 'from' | 'to'; readonly module: Part<'module'> | undefined }
  /** The pattern doesn't exist in that size: why, and which sizes do. */
  | { readonly kind: 'impossible'; readonly why: string; readonly help: string };

/** The text that the path of a link was read from, in place of its own. */
export interface PathText {
  readonly origin: Origin;
  /** How many UTF-16 code units farther on the own text of the link stands. */
  readonly distance: number;
  /** Where the own text has a number of other length: what follows that number stands farther on by so much more. */
  readonly stretch?: { readonly from: number; readonly by: number } | undefined;
}

/** The links of one statement within one scope. They are next to each other in the link table. */
export interface LinkGroup {
  readonly index: number;
  readonly network: Network | undefined;
  readonly group: Group | undefined;
  /** As written, numbers in place of names: `mesh`, `torus(4, 4, 4)`. */
  readonly pattern: string;
  readonly from: Side;
  /** The same as `from` where the devices of one side are linked to each other. */
  readonly to: Side;
  readonly fiber: Part<'fiber'> | undefined;
  /** Where a cable with fixed ends joins the cages, instead of modules and fiber. */
  readonly cable: Part<'cable'> | undefined;
  readonly medium: Values<'link'>;
  /** One and the same for links whose paths differ in the length they give and in nothing else; undefined for others. */
  readonly path?: object;
  /** What is given as unknown of its path, by property; undefined where nothing is. */
  readonly unknowns?: Readonly<Record<string, Unknown>>;
  /** Whether something of its path can't be read, so that neither its reach nor its loss is known. */
  readonly isIncomplete?: true;
  readonly mediumOrigin: Origin | undefined;
  /** Where an equal text of its path was read, which once serves all; undefined where it was read here. */
  readonly readAt: PathText | undefined;
  readonly first: number;
  readonly count: number;
  readonly fault: LinkFault | undefined;
  /** Of a fault, the ports of both sides; in a `for`, those of all iterations that have it. */
  readonly unlinked: { readonly from: Uint32Array; readonly to: Uint32Array } | undefined;
  /** Of a fault: how many more iterations of a `for` have it. */
  readonly alike: number;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** Which text could not be understood, so that its consequences aren't judged. */
export interface Gaps {
  readonly plugs: boolean;
  readonly links: boolean;
  readonly placements: boolean;
  /** Property values, and text that does not parse. */
  readonly values: boolean;
}

export interface Fabric {
  /** The file it was elaborated from. */
  readonly uri: string;
  readonly parts: readonly Part[];
  readonly networks: readonly Network[];
  readonly groups: readonly Group[];
  readonly blocks: readonly Block[];
  readonly devices: DeviceTable;
  readonly cages: CageTable;
  readonly ports: PortTable;
  readonly plugs: readonly Plug[];
  readonly links: LinkTable;
  readonly linkGroups: readonly LinkGroup[];
  readonly racks: RackTable;
  readonly placements: readonly Placement[];
  readonly cdus: CduTable;
  readonly loops: readonly Loop[];
  readonly branches: readonly Branch[];
  readonly hall: Hall | undefined;
  readonly feeds: readonly Feed[];
  /** Sets of feeds that supply racks; the first is empty. */
  readonly feedSets: readonly FeedSet[];
  /** Values over facts that have a name at the top of the design. */
  readonly figures: readonly NamedFigure[];
  readonly requirements: readonly Requirement[];
  readonly allowances: readonly Allowance[];
  readonly views: readonly View[];
  /** Steps of growth; the design is what is there in the last one. */
  readonly phases: readonly Phase[];
  readonly gaps: Gaps;
  /** Values of a what-if: the design differs from its text. */
  readonly settings: readonly Setting[];
  readonly purchase: Purchase;
}
