// Requests beyond the language server protocol: the drawings of a file, and the text of library files.
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { rangeOf } from '../diagnostics/to-diagnostic.ts';
import {
  type AnalyzedParams,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type ViewsParams,
  type ViewsResult,
} from '../protocol.ts';
import type { FabricEditorServices } from '../services.ts';
import { libraryText } from '../workspace/library.ts';

/** Nobody waits for the answer any more. */
const cancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.');

/** Answers the requests of `protocol.ts` on a connection. */
export function answerRequests(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = services.shared.workspace;
  const analysisOf = async (uri: string): Promise<Analysis | undefined> => {
    await WorkspaceManager.ready;
    const known = LangiumDocuments.getDocument(URI.parse(uri));
    if (known === undefined) return undefined;
    await DocumentBuilder.waitUntil(DocumentState.Linked, known.uri);
    const document: LangiumDocument | undefined = LangiumDocuments.getDocument(known.uri);
    return document === undefined ? undefined : services.workspace.Analyses.of(document);
  };

  connection.onRequest(methods.views, async ({ uri }: ViewsParams, token): Promise<ViewsResult> => {
    const analysis = await analysisOf(uri);
    if (token.isCancellationRequested) throw cancelled();
    return analysis === undefined ? [] : viewsOf(analysis.facts);
  });

  connection.onRequest(methods.graph, async ({ uri, view }: GraphParams, token): Promise<GraphResult | null> => {
    const analysis = await analysisOf(uri);
    if (token.isCancellationRequested) throw cancelled();
    const graph = analysis === undefined ? undefined : graphOf(analysis.facts, view);
    if (analysis === undefined || graph === undefined) return null;
    const places: Record<string, { uri: string; range: Range }> = {};
    for (const { id, origin } of [...graph.nodes, ...graph.groups, ...graph.trunks]) {
      const range = origin === undefined ? undefined : rangeOf(LangiumDocuments, origin);
      if (origin !== undefined && range !== undefined) places[id] = { uri: origin.uri, range };
    }
    return { graph, places, torn: analysis.findings.some((each) => each.rule.startsWith('syntax/')) };
  });

  connection.onRequest(methods.libraryText, ({ uri }: LibraryTextParams): string => libraryText(URI.parse(uri)) ?? '');

  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    // While it was analyzed more may have been typed: then a newer analysis is on its way.
    if (document.parseResult.value.$cstNode?.root.fullText !== document.textDocument.getText()) return;
    const params: AnalyzedParams = { uri: document.uri.toString(), version: document.textDocument.version };
    void connection.sendNotification(methods.analyzed, params);
  });
}
