// What the extension asks the language server beyond the language server protocol.
import {
  type AnalyzedParams,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type ViewsParams,
  type ViewsResult,
} from '@lightloom/language/protocol';
import { type Disposable, Range, Uri } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';

/** Where a thing of a drawing was written. */
export interface TextPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** A drawing with the places of its things, as VS Code counts them. */
export interface Drawing {
  readonly graph: GraphResult['graph'];
  readonly places: ReadonlyMap<string, TextPlace>;
  readonly torn: boolean;
}

export interface Requests {
  views(file: Uri): Promise<ViewsResult>;
  drawing(file: Uri, view: string): Promise<Drawing | undefined>;
  libraryText(file: Uri): Promise<string>;
  /** Calls back whenever a file was analyzed anew; without a file, when all may have been. */
  onAnalyzed(then: (file?: Uri) => void): Disposable;
}

/** The requests, over a client that is or will be started. */
export function createRequests(client: LanguageClient): Requests {
  const ask = <P, R>(method: string, params: P): Promise<R> => client.sendRequest<R>(method, params);
  const address = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
  return {
    views: (file) => ask<ViewsParams, ViewsResult>(methods.views, { uri: address(file) }),
    async drawing(file, view) {
      const params = { uri: address(file), view };
      const result = await ask<GraphParams, GraphResult | null>(methods.graph, params);
      return result === null ? undefined : { ...result, places: placesOf(result) };
    },
    libraryText: (file) => ask<LibraryTextParams, string>(methods.libraryText, { uri: address(file) }),
    onAnalyzed(then) {
      const each = client.onNotification(methods.analyzed, ({ uri }: AnalyzedParams) => then(Uri.parse(uri)));
      const restarted = client.onDidChangeState(({ newState }) => newState === State.Running && then());
      return { dispose: () => [each, restarted].map((it) => it.dispose()) };
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
