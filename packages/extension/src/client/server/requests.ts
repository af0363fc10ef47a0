// Requests to the language server beyond the language server protocol.
import {
  type AnalyzedParams,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
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

/** A drawing with the places of its things, as VS Code positions. */
export interface Drawing {
  readonly graph: GraphResult['graph'];
  readonly places: ReadonlyMap<string, TextPlace>;
  /** Whether some text has errors, so that the drawing may lack what it describes. */
  readonly incomplete: boolean;
}

export interface Requests {
  views(file: Uri): Promise<ViewsResult>;
  drawing(file: Uri, view: string): Promise<Drawing | undefined>;
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
    async drawing(file, view) {
      const params = { uri: address(file), view };
      const result = await ask<GraphParams, GraphResult | null>(methods.graph, params);
      if (result === null) return undefined;
      return { graph: result.graph, places: placesOf(result), incomplete: result.torn };
    },
    libraryText: (file) => ask<LibraryTextParams, string>(methods.libraryText, { uri: address(file) }),
    onAnalyzed(callback) {
      const following = analyzed.event(callback);
      const restarted = client.onDidChangeState(({ newState }) => newState === State.Running && callback());
      return Disposable.from(following, restarted);
    },
  };
}

function placesOf({ places }: GraphResult): Map<string, TextPlace> {
  return new Map(
    Object.entries(places).map(([id, { uri, range }]) => [
      id,
      {
        uri: Uri.parse(uri),
        range: new Range(range.start.line, range.start.character, range.end.line, range.end.character),
      },
    ]),
  );
}
