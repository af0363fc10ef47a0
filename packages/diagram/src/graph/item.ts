// What every thing in a drawing has: an identity, a place in the text, a tooltip. Plain data that survives JSON: it crosses
// from the language server to the webview.
import type { Folding } from './look.ts';

/** A stretch of a file, in characters; the same shape as an origin of the core. */
export interface Place {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What a rule finds wrong with a thing, as it is marked on it. */
export interface Mark {
  readonly severity: 'error' | 'warning';
  /** `optics/loss-budget`; undefined for a mark that counts further ones. */
  readonly rule?: string;
  /** Beside its sign: `loss-budget, 8 of 24`. */
  readonly text: string;
  /** What the rule says: `8 links lose 3.736 dB …`. */
  readonly message: string;
}

export interface Item {
  /** Path of the thing it represents: `backend.su[2].leaf`. Unique in the drawing; other things don't change it. */
  readonly id: string;
  /** Where it was written. */
  readonly origin?: Place;
  /** Text of its tooltip, one line each. */
  readonly detail: string;
  /** What is wrong with it, errors first. */
  readonly marks?: readonly Mark[];
}

/** An item with its name and figures written on it: a box, or a frame around boxes. */
export interface Labeled extends Item {
  /** `leaf[1..8]` */
  readonly label: string;
  /** Short lines of figures under the label. */
  readonly lines: readonly string[];
  /** How many things it represents. */
  readonly count: number;
  /** Absent where it can't be folded or unfolded. */
  readonly folding?: Folding;
}

/** Position of a thing on the color scale of the drawing. */
export interface Status {
  /**
   * On a scale: 0 to 1, and more when over the limit. On a list of categories: the index in the list.
   * Null when unknown, which is drawn hatched and never as zero.
   */
  readonly value: number | null;
  /** The same in words: `512 of 512 ports linked`. */
  readonly text: string;
}

/** Selects the icon of a box. */
export type NodeKind = 'switch' | 'host' | 'rack' | 'cdu' | 'feed' | 'other';

/** A box that is drawn as a card: an icon, a name, lines of figures. */
export interface CardNode extends Labeled {
  readonly kind: NodeKind;
  readonly status?: Status;
  /** Whether the status is a share that a bar can show. */
  readonly meter?: boolean;
  /** Drawn small, with its name only: its frame has the figures that all boxes in it share. */
  readonly compact?: true;
}

/** Links or a pipe between two boxes, drawn as one band. */
export interface Trunk extends Item {
  readonly from: string;
  readonly to: string;
  /** Lines for the label; the first one is kept when there is room for one only. */
  readonly lines: readonly string[];
  /** How many links it represents; absent for a pipe. */
  readonly count?: number;
  /** Whether its links couldn't be made: the text asks for them, and the design doesn't have them. */
  readonly missing?: true;
  /** What the width of the band shows, in the unit of the drawing; null when unknown. */
  readonly weight: number | null;
  readonly status?: Status;
  /** Amplifiers that each of its links passes, drawn along it. */
  readonly amplifiers?: number;
}
