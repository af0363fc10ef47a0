// Requests beyond the language server protocol: the drawings of a file, and the text of library files.
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { rangeOf } from '../diagnostics/to-diagnostic.ts';
import {
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type ViewsParams,
  type ViewsResult,
} from '../protocol.ts';
import type { FabricEditorServices } from '../services.ts';
import { libraryText } from '../workspace/library.ts';

/** Answers the requests of `protocol.ts` on a connection. */
export function answerRequests(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  const analysisOf = async (uri: string): Promise<Analysis | undefined> => {
    const known = LangiumDocuments.getDocument(URI.parse(uri));
    if (known === undefined) return undefined;
    await DocumentBuilder.waitUntil(DocumentState.Linked, known.uri);
    const document: LangiumDocument | undefined = LangiumDocuments.getDocument(known.uri);
    return document === undefined ? undefined : services.workspace.Analyses.of(document);
  };

  connection.onRequest(methods.views, async ({ uri }: ViewsParams): Promise<ViewsResult> => {
    const analysis = await analysisOf(uri);
    return analysis === undefined ? [] : viewsOf(analysis.facts);
  });

  connection.onRequest(methods.graph, async ({ uri, view }: GraphParams): Promise<GraphResult | null> => {
    const analysis = await analysisOf(uri);
    const graph = analysis === undefined ? undefined : graphOf(analysis.facts, view);
    if (graph === undefined) return null;
    const places: Record<string, { uri: string; range: Range }> = {};
    for (const { id, origin } of [...graph.nodes, ...graph.groups, ...graph.trunks]) {
      const range = origin === undefined ? undefined : rangeOf(LangiumDocuments, origin);
      if (origin !== undefined && range !== undefined) places[id] = { uri: origin.uri, range };
    }
    return { graph, places };
  });

  connection.onRequest(methods.libraryText, ({ uri }: LibraryTextParams): string => libraryText(URI.parse(uri)) ?? '');

  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    void connection.sendNotification(methods.analyzed, { uri: document.uri.toString() });
  });
}
