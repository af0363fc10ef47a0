// Requests to the language server beyond the language server protocol.

import type { Look } from '@lightloom/diagram/graph';
import {
  type AnalyzedParams,
  type ExplainItemParams,
  type ExplainItemResult,
  type FilePlace,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type ViewsParams,
  type ViewsResult,
} from '@lightloom/language/protocol';
import { Disposable, Range, Uri } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';

/** Where a thing of a drawing was written. */
export interface TextPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** A stretch of text, and the things of a drawing that it is about. */
export interface DrawnSpan extends TextPlace {
  readonly ids: readonly string[];
}

/** A drawing with the places of its things, as VS Code positions. */
export interface Drawing {
  readonly graph: GraphResult['graph'];
  readonly places: ReadonlyMap<string, TextPlace>;
  readonly spans: readonly DrawnSpan[];
  /** Where the findings of the graph are, in their order. */
  readonly findings: readonly (TextPlace | undefined)[];
  /** Whether some text has errors, so that the drawing may lack what it describes. */
  readonly incomplete: boolean;
}

export interface Requests {
  views(file: Uri): Promise<ViewsResult>;
  drawing(file: Uri, view: string, look: Look): Promise<Drawing | undefined>;
  /** How the figures of a thing in a drawing come about, line by line. */
  explain(file: Uri, view: string, look: Look, id: string): Promise<readonly string[]>;
  libraryText(file: Uri): Promise<string>;
  /** Calls back after every new analysis of a file; without a file when any file may have changed. */
  onAnalyzed(callback: (file?: Uri) => void): Disposable;
}

/** The requests, over a client that is or will be started. */
export function createRequests(client: LanguageClient): Requests {
  const ask = <P, R>(method: string, params: P): Promise<R> => client.sendRequest<R>(method, params);
  const address = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
  return {
    views: (file) => ask<ViewsParams, ViewsResult>(methods.views, { uri: address(file) }),
    async drawing(file, view, look) {
      const params = { uri: address(file), view, look };
      const result = await ask<GraphParams, GraphResult | null>(methods.graph, params);
      if (result === null) return undefined;
      return {
        graph: result.graph,
        places: new Map(Object.entries(result.places).map(([id, place]) => [id, placeOf(place)])),
        spans: result.spans.map(({ ids, ...place }) => ({ ...placeOf(place), ids })),
        findings: result.findings.map((each) => (each === null ? undefined : placeOf(each))),
        incomplete: result.torn,
      };
    },
    explain: (file, view, look, id) =>
      ask<ExplainItemParams, ExplainItemResult>(methods.explainItem, { uri: address(file), view, look, id }),
    libraryText: (file) => ask<LibraryTextParams, string>(methods.libraryText, { uri: address(file) }),
    onAnalyzed(callback) {
      const analyzed = client.onNotification(methods.analyzed, ({ uri }: AnalyzedParams) => callback(Uri.parse(uri)));
      const restarted = client.onDidChangeState(({ newState }) => newState === State.Running && callback());
      return Disposable.from(analyzed, restarted);
    },
  };
}

function placeOf({ uri, range: { start, end } }: FilePlace): TextPlace {
  return { uri: Uri.parse(uri), range: new Range(start.line, start.character, end.line, end.character) };
}
