// The seam between the extension and the drawing's page: what each says to the other, and what the page remembers.
import type { GraphResult, ViewsResult } from '@lightloom/language/protocol';

/** Type of the drawing's panel. */
export const panelType = 'lightloom.topology';

/** From the extension to the page. */
export type ToPage =
  | {
      readonly kind: 'drawing';
      readonly views: ViewsResult;
      /** Id of the view that is drawn. */
      readonly view: string;
      readonly graph: GraphResult['graph'];
      /** Ids of what leads to a line of text. */
      readonly linked: readonly string[];
    }
  /** Says why there is no drawing. */
  | { readonly kind: 'empty'; readonly views: ViewsResult; readonly view: string; readonly text: string }
  /** Says something about the drawing, which stays; empty: nothing to say. */
  | { readonly kind: 'notice'; readonly text: string }
  /** What the cursor in the editor stands in. */
  | { readonly kind: 'cursor'; readonly ids: readonly string[] }
  /** Asks for the drawing as a file. */
  | { readonly kind: 'export' };

/** From the page to the extension. */
export type FromPage =
  /** The page is there, for the first time or again. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'view'; readonly view: string }
  /** Show the line of a thing; `focus` when the editor shall take the keyboard. */
  | { readonly kind: 'reveal'; readonly id: string; readonly focus: boolean }
  /** The answer to `export`; null when nothing is drawn. */
  | { readonly kind: 'exported'; readonly svg: string | null }
  | { readonly kind: 'failed'; readonly text: string };

/** What the page remembers while it is hidden, and over a restart. */
export interface PageState {
  readonly uri: string;
  readonly view: string;
  readonly camera?: { readonly x: number; readonly y: number; readonly scale: number };
}
