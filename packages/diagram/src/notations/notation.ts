// A notation: a drawing as text in the language of another program, so that people can edit it there or have it drawn by a page.
import type { Placed } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';

/** Names of notations. */
export type NotationName = 'mermaid' | 'md' | 'd2' | 'dot' | 'drawio';

/** Writes drawings in a language. */
export interface Notation {
  readonly name: NotationName;
  /**
   * The drawing as text: its boxes, frames and bands with the figures and findings that are written on them. Whatever a name or a title
   * holds, it is shown and does nothing. The same bytes for the same drawing.
   */
  print(placed: Placed, theme: PaperTheme): string;
}

/** Declares a notation: a file with one is listed by itself. */
export function defineNotation(notation: Notation): Notation {
  return notation;
}
