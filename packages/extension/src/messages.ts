// The messages between the extension and the page of a drawing, and what the page remembers.
import type { GraphResult, ViewsResult } from '@lightloom/language/protocol';

/** Type of the drawing's panel. */
export const panelType = 'lightloom.topology';

/** A drawing to be shown. */
export interface DrawingMessage {
  readonly kind: 'drawing';
  readonly views: ViewsResult;
  /** Id of the view that is drawn. */
  readonly view: string;
  readonly graph: GraphResult['graph'];
  /** Ids of the things that have a place in the text. */
  readonly linked: readonly string[];
}

/** From the extension to the page. */
export type ToPage =
  | DrawingMessage
  /** Shows a text instead of a drawing. */
  | { readonly kind: 'empty'; readonly views: ViewsResult; readonly view: string; readonly text: string }
  /** Shows a message about the drawing, which stays; an empty text removes it. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Ids of the things that the cursor in the editor is in. */
  | { readonly kind: 'cursor'; readonly ids: readonly string[] }
  /** Asks for the drawing as a file. */
  | { readonly kind: 'export' };

/** From the page to the extension. */
export type FromPage =
  /** The page is loaded, for the first time or again. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'view'; readonly view: string }
  /** Asks for the line of a thing; `focus` when the editor gets the keyboard. */
  | { readonly kind: 'reveal'; readonly id: string; readonly focus: boolean }
  /** The answer to `export`; null when nothing is drawn. */
  | { readonly kind: 'exported'; readonly svg: string | null }
  | { readonly kind: 'failed'; readonly text: string };

/** `x`, `y`: the drawing's point in the top left corner; `scale`: screen pixels for one of the drawing's. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the page remembers while it is hidden, and over a restart. */
export interface PageState {
  readonly uri: string;
  readonly view: string;
  /** Absent when the whole drawing is in sight. */
  readonly camera?: Camera;
}
