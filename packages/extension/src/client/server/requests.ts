// Requests to the language server beyond the language server protocol.

import type { Look, PlacedAt } from '@lightloom/diagram/graph';
import {
  type AnalyzedParams,
  type ExplainItemParams,
  type ExplainItemResult,
  type FilePlace,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type PlaceParams,
  type PlaceResult,
  type ViewsParams,
  type ViewsResult,
} from '@lightloom/language/protocol';
import { Disposable, EventEmitter, Range, Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

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
  /** The file that keeps positions, once boxes were moved. */
  place(file: Uri, view: string, boxes: readonly PlacedAt[] | null): Promise<PlaceResult>;
  libraryText(file: Uri): Promise<string>;
  /** Calls back after every new analysis of a file; without a file when any file may have changed. */
  onAnalyzed(callback: (file?: Uri) => void): Disposable;
}

/** The requests, over a client that is or will be started. */
export function createRequests(client: BaseLanguageClient): Requests {
  const ask = <P, R>(method: string, params: P): Promise<R> => client.sendRequest<R>(method, params);
  // A method has one handler, and several want to know.
  const analyzed = new EventEmitter<Uri>();
  client.onNotification(methods.analyzed, ({ uri }: AnalyzedParams) => analyzed.fire(Uri.parse(uri)));
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
    place: (file, view, boxes) => ask<PlaceParams, PlaceResult>(methods.place, { uri: address(file), view, boxes }),
    libraryText: (file) => ask<LibraryTextParams, string>(methods.libraryText, { uri: address(file) }),
    onAnalyzed(callback) {
      const following = analyzed.event(callback);
      const restarted = client.onDidChangeState(({ newState }) => newState === State.Running && callback());
      return Disposable.from(following, restarted);
    },
  };
}

function placeOf({ uri, range: { start, end } }: FilePlace): TextPlace {
  return { uri: Uri.parse(uri), range: new Range(start.line, start.character, end.line, end.character) };
}
