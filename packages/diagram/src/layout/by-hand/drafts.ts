// The boxes and bands of a drawing, before they are where people put them.
import type { FreeGroup, TiersGroup, Trunk } from '../../graph/index.ts';
import type { PlacedCard, PlacedText } from '../geometry/placed.ts';
import type { Packed } from '../tiers/packs.ts';

/** What boxes are in without places by hand: a new one belongs beside its neighbor in rows and circles. */
export type Order = 'rows' | 'circle' | 'none';

/** The boxes and bands of a drawing, and what is written below them. */
export interface Drafts {
  /** Boxes where a layout of its own has them, and so new ones beside each other. */
  readonly nodes: readonly PlacedCard[];
  /** Frames, those of packs among them. */
  readonly groups: readonly (TiersGroup | FreeGroup)[];
  /** Bands between boxes and frames that are ends of bands. */
  readonly trunks: readonly Trunk[];
  /** Ids of the frames that are ends of bands: packs, and groups of a dragonfly. */
  readonly ends: ReadonlySet<string>;
  /** Bands between boxes of such a frame. */
  readonly inside: readonly Trunk[];
  /** Height of loops in small frames, whose titles are below their boxes; undefined where frames are as large as they are elsewhere. */
  readonly loop?: number;
  /** The bands that run where one does. */
  readonly bands: Packed['bands'];
  readonly order: Order;
  readonly caption: readonly string[];
  readonly texts: readonly PlacedText[];
}
