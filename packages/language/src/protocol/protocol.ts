// Messages beyond the language server protocol: constants and shapes, one file for both ends.
import type { Graph, ViewInfo } from '@lightloom/diagram/views';
import type { Range } from 'vscode-languageserver-types';

/** Methods of requests and notifications. */
export const methods = {
  /** Request: the drawings a file has. */
  views: 'lightloom/views',
  /** Request: one drawing, to be laid out by whoever shows it. */
  graph: 'lightloom/graph',
  /** Request: the text of a file that ships with Lightloom: of the part library, or a page on a rule or on properties. */
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
}
/** A drawing, and where in the text each of its elements is declared. */
export interface GraphResult {
  readonly graph: Graph;
  readonly places: Readonly<Record<string, { readonly uri: string; readonly range: Range }>>;
  /** Whether some text could not be understood, so that the drawing may lack what it describes. */
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
