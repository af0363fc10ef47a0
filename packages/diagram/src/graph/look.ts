// How a reader looks at a view: what colors show, which networks are drawn, what is folded. It changes the picture, not the text.

/** What a reader changed; what isn't given is as the view has it. Names the design doesn't have are ignored. */
export interface Look {
  /** One of the colors of `Choices`. */
  readonly color?: string;
  /** Names of the networks that are drawn. */
  readonly networks?: readonly string[];
  /** Keys of what is drawn one by one, and of what is drawn as one. */
  readonly unfolded?: readonly string[];
  readonly folded?: readonly string[];
}

/** What a reader can change of a view. */
export interface Choices {
  readonly colors: readonly { readonly id: string; readonly title: string }[];
  /** The color that is shown. */
  readonly color: string;
  /** Networks that can be left out; none where there is only one. */
  readonly networks: readonly string[];
}

/** What a double click on a box or frame does: draw what it represents one by one, or as one again. */
export interface Folding {
  /** The same for all that are unfolded together: `backend.su`. */
  readonly key: string;
  readonly folded: boolean;
}
