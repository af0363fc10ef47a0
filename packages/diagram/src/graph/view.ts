// What a view is.

/** A drawing that can be asked for. */
export interface ViewInfo {
  /** Name of a declared view, or `network:NAME`, `racks`, `cooling`. */
  readonly id: string;
  readonly title: string;
  readonly kind: ViewKind;
  /** Whether a `view` statement declares it. */
  readonly declared: boolean;
}

export type ViewKind = 'network' | 'racks' | 'cooling';
