// What surrounds every drawing: title, key figures, legend, findings, notes, title block.
import type { Mark, Place } from './item.ts';
import type { Choices } from './look.ts';
import type { Placements } from './placements.ts';

/** A key figure above or beside the drawing. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** What is required of it, as `≤ 1`, or what it refers to. */
  readonly note?: string;
  readonly verdict?: 'holds' | 'fails' | 'unknown';
  /** Id of the thing it is about, where findings about that thing are marked on it: `feed A`. */
  readonly id?: string;
  readonly marks?: readonly Mark[];
}

/** What the colors of a drawing mean: a scale, or a list of categories. */
export type ColorKey =
  | {
      readonly kind: 'share' | 'budget' | 'temperature' | 'amount';
      readonly title: string;
      /** Texts at the low end, in the middle and at the high end of the scale. */
      readonly ticks: readonly [string, string, string];
      /** Name of the color beyond the high end, when something has it. */
      readonly over?: string;
      /** Whether something is unknown. */
      readonly unknown: boolean;
    }
  | { readonly kind: 'categories'; readonly title: string; readonly names: readonly string[] }
  /** What became of things between two designs: as before, added, removed, changed. */
  | { readonly kind: 'changes'; readonly title: string; readonly names: readonly string[] };

/** What the colors and widths of a drawing mean. */
export interface Legend {
  readonly colors?: ColorKey;
  /** The key to the colors of bands, where it differs from that of boxes. */
  readonly bands?: ColorKey;
  /** The band of the largest weight: `819.2 Tbps`. */
  readonly width?: { readonly title: string; readonly largest: string; readonly weight: number };
}

/** A finding, in the list below a drawing. */
export interface SheetFinding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
  /** Ids of what is marked with it; none where the drawing doesn't show what it is about. */
  readonly items?: readonly string[];
  readonly origin?: Place;
}

/** What the title block says of the whole design: `2 errors, 1 warning`; `unknown` where nothing is wrong and not all limits are judged. */
export interface SheetVerdict {
  readonly severity: 'error' | 'warning' | 'unknown' | 'none';
  readonly text: string;
}

/** What is written in the title block beside the title and the name of the file; what isn't given has no field there. */
export interface TitleBlock {
  /** Id of the view: it stays when others are added. */
  readonly sheet?: string;
  readonly verdict?: SheetVerdict;
  readonly revision?: string;
  readonly author?: string;
  readonly date?: string;
  /** The program that drew it, with its version. */
  readonly tool?: string;
}

/** The part that all drawings have in common. */
export interface Sheet {
  /** Id of the view. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly Figure[];
  readonly legend: Legend;
  /** Sentences about what is missing or left out. */
  readonly notes: readonly string[];
  /** What is marked in this drawing, errors first, each rule at each place once. */
  readonly findings?: readonly SheetFinding[];
  readonly block?: TitleBlock;
  /** What a reader can change of the view; absent where there is nothing. */
  readonly choices?: Choices;
  /** All errors and warnings of the design, those that this drawing shows first; for a list beside the drawing. */
  readonly allFindings?: readonly SheetFinding[];
  /** Places that people gave to boxes. */
  readonly placements?: Placements;
  /** Name of the file, without its folder. */
  readonly file: string;
}
