// What the language server says beyond the language server protocol: constants and shapes, one file for both ends.
import type { Graph, ViewInfo } from '@lightloom/diagram/views';
import type { Range } from 'vscode-languageserver-types';

/** Methods of requests and notifications. */
export const methods = {
  /** Request: the drawings a file has. */
  views: 'lightloom/views',
  /** Request: one drawing, to be laid out by the one who shows it. */
  graph: 'lightloom/graph',
  /** Request: the text of a file that ships with the tool. */
  libraryText: 'lightloom/libraryText',
  /** Notification from the server: the analysis of a file is new. */
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
}
/** A drawing, and where in the text each of its things was written. */
export interface GraphResult {
  readonly graph: Graph;
  readonly places: Readonly<Record<string, { readonly uri: string; readonly range: Range }>>;
  /** Whether some text could not be understood, so that the drawing may lack what it is about to say. */
  readonly torn: boolean;
}

export interface LibraryTextParams {
  readonly uri: string;
}

export interface AnalyzedParams {
  readonly uri: string;
  /** Version of the text that was analyzed. */
  readonly version: number;
}
