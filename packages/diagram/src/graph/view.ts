// An entry in the list of views.

/** A drawing that can be asked for. */
export interface ViewInfo {
  /** Name of a declared view, or `network:NAME`, or that of a view that every design has: `racks`. */
  readonly id: string;
  readonly title: string;
  /** Name of the kind of drawing, that of its folder in `views`. */
  readonly kind: string;
  /** Whether a `view` statement declares it. */
  readonly declared: boolean;
}
