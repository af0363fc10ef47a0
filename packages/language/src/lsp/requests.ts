// Requests beyond the language server protocol: the drawings of a file, and the text of library files.
import { graphOf, itemsOf, viewsOf } from '@lightloom/diagram/views';
import { DocumentState, delayNextTick, type LangiumDocument, URI } from 'langium';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.ts';
import { rangeOf } from '../diagnostics/to-diagnostic.ts';
import {
  type AnalyzedParams,
  type GraphParams,
  type GraphResult,
  type LibraryTextParams,
  methods,
  type ViewsParams,
  type ViewsResult,
} from '../protocol/protocol.ts';
import type { FabricEditorServices } from '../services/services.ts';
import { libraryText } from '../workspace/library.ts';

/** Most edits that may come in between before an answer is given of what there is. */
const mostWaits = 50;

/** Nobody waits for the answer any more. */
const cancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.');

/** Whether text could not be understood, so that the drawing may lack what it says. */
function isTorn({ fabric: { gaps }, findings }: Analysis): boolean {
  return gaps.links || gaps.plugs || gaps.placements || findings.some((each) => each.rule.startsWith('syntax/'));
}

/** Answers the requests of `protocol.ts` on a connection. */
export function answerRequests(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = services.shared.workspace;
  const analysisOf = async (uri: string): Promise<Analysis | undefined> => {
    await WorkspaceManager.ready;
    const current = (): LangiumDocument | undefined => LangiumDocuments.getDocument(URI.parse(uri));
    for (let tries = 0, document = current(); document !== undefined; tries++, document = current()) {
      if (isLinked(document) || tries === mostWaits) return services.workspace.Analyses.of(document);
      // An edit may come between the end of a wait and what follows it: then it waits again. While an edit is known and its
      // build has not begun, the builder refuses to wait.
      const linked =
        document.state < DocumentState.Linked
          ? DocumentBuilder.waitUntil(DocumentState.Linked, document.uri)
          : DocumentBuilder.waitUntil(DocumentState.Linked);
      await linked.catch(delayNextTick);
    }
    return undefined;
  };
  /** Whether a file and all it imports are linked: names of one that is not would seem unknown. */
  const isLinked = (document: LangiumDocument): boolean =>
    services.workspace.Imports.inOrder(document).every(
      (file) => (file.$document?.state ?? DocumentState.Changed) >= DocumentState.Linked,
    );

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
    for (const { id, origin } of itemsOf(graph)) {
      const range = origin === undefined ? undefined : rangeOf(LangiumDocuments, origin);
      if (origin !== undefined && range !== undefined) places[id] = { uri: origin.uri, range };
    }
    return { graph, places, torn: isTorn(analysis) };
  });

  connection.onRequest(methods.libraryText, ({ uri }: LibraryTextParams): string => libraryText(URI.parse(uri)) ?? '');

  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    // While it was analyzed more may have been typed: then a newer analysis is on its way.
    if (document.parseResult.value.$cstNode?.root.fullText !== document.textDocument.getText()) return;
    const params: AnalyzedParams = { uri: document.uri.toString(), version: document.textDocument.version };
    void connection.sendNotification(methods.analyzed, params);
  });
}
