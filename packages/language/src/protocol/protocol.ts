// Messages beyond the language server protocol: constants and shapes, one file for both ends.
import type { Graph, Look, PlacedAt, ViewInfo } from '@lightloom/diagram/views';
import type { Range } from 'vscode-languageserver-types';

export * from './questions.ts';
export { hintKinds, lensKinds } from './settings.ts';

/** Methods of requests and notifications. */
export const methods = {
  /** Request: the drawings a file has. */
  views: 'lightloom/views',
  /** Request: one drawing, to be laid out by whoever shows it. */
  graph: 'lightloom/graph',
  /** Request: how the figures of a thing in a drawing come about. */
  explainItem: 'lightloom/explainItem',
  /** Request: the file that keeps positions, once boxes were moved. The client writes it. */
  place: 'lightloom/place',
  /** Request: the text of a file that ships with Lightloom: of the part library, or a page on a rule or on properties. */
  libraryText: 'lightloom/libraryText',
  /** Notification from the server: a file was analyzed again. */
  analyzed: 'lightloom/analyzed',
} as const;

/** Commands of the client that code lenses run; a client that has them says so by `commands: true` in its initialization options. */
export const commandNames = {
  /** Opens a drawing: address of the file, id of the view. */
  openView: 'lightloom.openView',
  /** Lists the uses of a name: address of the file, position of the name. */
  showUses: 'lightloom.showUses',
} as const;

export interface ViewsParams {
  readonly uri: string;
}
export type ViewsResult = readonly ViewInfo[];

export interface GraphParams {
  readonly uri: string;
  /** Id of a view. */
  readonly view: string;
  /** How the reader changed it. */
  readonly look?: Look;
}
/** A stretch of a file. */
export interface FilePlace {
  readonly uri: string;
  readonly range: Range;
}
/** A drawing, and where in the text each of its elements is declared. */
export interface GraphResult {
  readonly graph: Graph;
  readonly places: Readonly<Record<string, FilePlace>>;
  /** What in the text is about which elements: declarations, types, links, `plug`, `place`. */
  readonly spans: readonly (FilePlace & { readonly ids: readonly string[] })[];
  /** Where the findings of the graph are, in their order. */
  readonly findings: readonly (FilePlace | null)[];
  /** Whether some text could not be understood, so that the drawing may lack what it describes. */
  readonly torn: boolean;
}

export interface ExplainItemParams extends GraphParams {
  /** Id of a box, frame or band of the drawing. */
  readonly id: string;
}
/** Lines of text: a fact each, with its terms indented below it; empty where there is nothing to explain. */
export type ExplainItemResult = readonly string[];

export interface PlaceParams {
  readonly uri: string;
  /** Id of a view. */
  readonly view: string;
  /** Top left corners of its boxes, in pixels; null to keep no positions of the view any more. */
  readonly boxes: readonly PlacedAt[] | null;
  /** Whether the boxes stay there; they do when not given. */
  readonly locked?: boolean;
}
export interface PlaceResult {
  /** Address of the file beside the design: `pod.view.json`. */
  readonly uri: string;
  /** Its text; null when it keeps nothing any more. */
  readonly text: string | null;
  /** Why it can't be changed: then it stays as it is. */
  readonly problem?: string;
}

export interface LibraryTextParams {
  readonly uri: string;
}

export interface AnalyzedParams {
  readonly uri: string;
  /** Version of the text that was analyzed. */
  readonly version: number;
}
