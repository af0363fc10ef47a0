// What surrounds every drawing: title, key figures, legend, notes.

/** A key figure above or beside the drawing. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** What is required of it, as `≤ 1`, or what it refers to. */
  readonly note?: string;
  readonly verdict?: 'holds' | 'fails' | 'unknown';
}

/** What the colors of a drawing mean: a scale, or a list of categories. */
export type ColorKey =
  | {
      readonly kind: 'share' | 'temperature' | 'amount';
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
  /** The band of the largest weight: `819.2 Tbps`. */
  readonly width?: { readonly title: string; readonly largest: string; readonly weight: number };
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
  /** Name of the file, without its folder. */
  readonly file: string;
}
