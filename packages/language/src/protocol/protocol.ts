// Messages beyond the language server protocol: constants and shapes, one file for both ends.
import type { Graph, Look, ViewInfo } from '@lightloom/diagram/views';
import type { Range } from 'vscode-languageserver-types';

/** Methods of requests and notifications. */
export const methods = {
  /** Request: the drawings a file has. */
  views: 'lightloom/views',
  /** Request: one drawing, to be laid out by whoever shows it. */
  graph: 'lightloom/graph',
  /** Request: how the figures of a thing in a drawing come about. */
  explainItem: 'lightloom/explainItem',
  /** Request: the text of a file that ships with Lightloom. */
  libraryText: 'lightloom/libraryText',
  /** Notification from the server: a file was analyzed again. */
  analyzed: 'lightloom/analyzed',
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
/** Lines of text: a fact each, with what it is made of indented below it; empty where there is nothing to explain. */
export type ExplainItemResult = readonly string[];

export interface LibraryTextParams {
  readonly uri: string;
}

export interface AnalyzedParams {
  readonly uri: string;
  /** Version of the text that was analyzed. */
  readonly version: number;
}
