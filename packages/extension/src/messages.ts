// The messages between the extension and the page of a drawing, and what the page remembers.
import type { GraphChanges, Look, PlacedAt } from '@lightloom/diagram/graph';
import type { GraphResult, ViewsResult } from '@lightloom/language/protocol';

/**
 * Formats that the page writes a drawing in, with the endings of their files and their names in a list. The layout worker holds it to
 * the notations there are.
 */
export const pageFormats = {
  svg: { endings: ['svg'], title: 'SVG drawing' },
  png: { endings: ['png'], title: 'PNG picture' },
  mermaid: { endings: ['mmd', 'mermaid'], title: 'Mermaid' },
  md: { endings: ['md'], title: 'Markdown with Mermaid' },
  d2: { endings: ['d2'], title: 'D2' },
  dot: { endings: ['dot', 'gv'], title: 'DOT of Graphviz' },
  drawio: { endings: ['drawio'], title: 'draw.io' },
} as const;

export type PageFormat = keyof typeof pageFormats;

/** Type of the drawing's panel. */
export const panelType = 'lightloom.topology';

/** What comes with every drawing. */
interface Drawn {
  readonly views: ViewsResult;
  /** Id of the view that is drawn. */
  readonly view: string;
  /** Ids of the things that have a place in the text. */
  readonly linked: readonly string[];
}

/** A drawing to be shown. */
export interface DrawingMessage extends Drawn {
  readonly kind: 'drawing';
  readonly graph: GraphResult['graph'];
}

/** The drawing after an edit, as what differs from the one before. */
export interface ChangesMessage extends Drawn {
  readonly kind: 'changes';
  readonly changes: GraphChanges;
}

/** From the extension to the page. */
export type ToPage =
  | DrawingMessage
  | ChangesMessage
  /** Shows a text instead of a drawing. */
  | { readonly kind: 'empty'; readonly views: ViewsResult; readonly view: string; readonly text: string }
  /** Shows a message about the drawing, which stays; an empty text removes it. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Ids of the things that the cursor in the editor is in. */
  | { readonly kind: 'cursor'; readonly ids: readonly string[] }
  /** How the figures of a thing come about, line by line. */
  | { readonly kind: 'explained'; readonly id: string; readonly lines: readonly string[] }
  /** Asks for the drawing as a file. */
  | { readonly kind: 'export'; readonly format: PageFormat };

/** From the page to the extension. */
export type FromPage =
  /** The page is loaded, for the first time or again. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'view'; readonly view: string; readonly look: Look }
  /** Asks for the line of a thing; `focus` when the editor gets the keyboard. */
  | { readonly kind: 'reveal'; readonly id: string; readonly focus: boolean }
  /** Asks for the line of a finding, by its position in the drawing's list. */
  | { readonly kind: 'reveal-finding'; readonly index: number; readonly focus: boolean }
  | { readonly kind: 'explain'; readonly id: string }
  /** Boxes were moved by hand: where all of them are; null for where the layout puts them. */
  | { readonly kind: 'place'; readonly boxes: readonly PlacedAt[] | null }
  /** Asks for the command that saves the drawing. */
  | { readonly kind: 'save' }
  /** The answer to `export`: text, or an address that holds the data; null when nothing is drawn. */
  | { readonly kind: 'exported'; readonly file: string | null }
  | { readonly kind: 'failed'; readonly text: string };

/** `x`, `y`: the drawing's point in the top left corner; `scale`: screen pixels for one of the drawing's. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What is open beside the drawing. */
export type PanelName = 'outline' | 'findings' | 'details';

/** What the page remembers while it is hidden, and over a restart. */
export interface PageState {
  readonly uri: string;
  readonly view: string;
  /** Absent when the whole drawing is in sight. */
  readonly camera?: Camera;
  /** What the reader changed of the view. */
  readonly look?: Look;
  readonly panel?: PanelName;
  /** Id of what is selected. */
  readonly selected?: string;
}
