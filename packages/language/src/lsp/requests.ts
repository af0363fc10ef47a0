// Requests beyond the language server protocol: the drawings of a file, and the text of library files.

import { libraryScheme } from '@lightloom/core';
import { itemsOf, type Look, type Place } from '@lightloom/diagram/views';
import {
  Cancellation,
  DocumentState,
  delayNextTick,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumDocuments,
  URI,
} from 'langium';
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import { inSlices } from '../analysis/slices.ts';
import { rangeOf } from '../diagnostics/to-diagnostic.ts';
import { isBroken } from '../problems/problem-kinds.ts';
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
} from '../protocol/protocol.ts';
import { pageText } from '../reference/pages.ts';
import type { FabricEditorServices } from '../services/services.ts';
import { explainDrawn, seenGraphOf, viewsOf } from '../session/index.ts';
import { libraryText } from '../workspace/library.ts';
import { placed, placementReports } from './placements.ts';

/** Maximum of edits that may come in between before a request is answered with what there is. */
const maxWaits = 50;

/** Answers the requests of `protocol.ts` on a connection. */
export function answerRequests(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  const report = placementReports(connection, services);

  connection.onRequest(methods.views, async ({ uri }: ViewsParams, token): Promise<ViewsResult> => {
    const analysis = await currentAnalysis(uri, services, token);
    stopIfCancelled(token);
    return analysis === undefined ? [] : viewsOf(analysis);
  });

  connection.onRequest(
    methods.graph,
    async ({ uri, view, look = {} }: GraphParams, token): Promise<GraphResult | null> => {
      const analysis = await currentAnalysis(uri, services, token);
      stopIfCancelled(token);
      if (analysis === undefined) return null;
      await report(uri, await analysis.placements());
      return graphResult(analysis, { view, look }, LangiumDocuments);
    },
  );

  connection.onRequest(
    methods.explainItem,
    async ({ uri, view, look = {}, id }: ExplainItemParams, token): Promise<ExplainItemResult> => {
      const analysis = await currentAnalysis(uri, services, token);
      stopIfCancelled(token);
      return analysis === undefined ? [] : explainDrawn(analysis, view, look, id);
    },
  );

  connection.onRequest(methods.place, async (params: PlaceParams, token): Promise<PlaceResult> => {
    await currentAnalysis(params.uri, services, token);
    stopIfCancelled(token);
    return placed(params, services);
  });

  connection.onRequest(
    methods.libraryText,
    ({ uri }: LibraryTextParams): string => libraryText(URI.parse(uri)) ?? pageText(uri) ?? '',
  );

  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    // While it was analyzed more may have been typed: then a newer analysis is on its way.
    if (document.parseResult.value.$cstNode?.root.fullText !== document.textDocument.getText()) return;
    if (document.uri.scheme === libraryScheme) return;
    const params: AnalyzedParams = { uri: document.uri.toString(), version: document.textDocument.version };
    void connection.sendNotification(methods.analyzed, params);
  });
}

/** The analysis of a file once its last edit is linked; undefined when there is no such file. Made in slices. */
export async function currentAnalysis(
  uri: string,
  services: FabricEditorServices,
  token = Cancellation.CancellationToken.None,
): Promise<Analysis | undefined> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = services.shared.workspace;
  const { Analyses, Imports } = services.workspace;
  // A file is linked when all it imports is too: names of one that isn't would seem unknown.
  const isLinked = (document: LangiumDocument): boolean =>
    Imports.inOrder(document).every((file) => (file.$document?.state ?? DocumentState.Changed) >= DocumentState.Linked);
  const current = (): LangiumDocument | undefined => LangiumDocuments.getDocument(URI.parse(uri));
  await WorkspaceManager.ready;
  for (let waits = 0, document = current(); document !== undefined; waits++, document = current()) {
    if (waits === maxWaits) return Analyses.of(document);
    if (isLinked(document)) {
      // What is typed while it is made ends it.
      const analysis = await inSlices(Analyses.working(document), token).catch(notCancelled);
      if (analysis !== undefined && current() === document && isLinked(document)) return analysis;
      stopIfCancelled(token);
      continue;
    }
    // An edit may come between the end of a wait and what follows it: then it waits again. While an edit is known and its
    // build has not begun, the builder refuses to wait.
    const linked =
      document.state < DocumentState.Linked
        ? DocumentBuilder.waitUntil(DocumentState.Linked, document.uri)
        : DocumentBuilder.waitUntil(DocumentState.Linked);
    await linked.catch(delayNextTick);
  }
  return undefined;
}

/** What an error is that isn't a cancellation: an error. */
function notCancelled(error: unknown): undefined {
  if (!isOperationCancelled(error)) throw error;
}

/** A drawing with the place in the text of each of its elements; null when there is no such view. */
async function graphResult(
  analysis: Analysis,
  { view, look }: { readonly view: string; readonly look: Look },
  documents: LangiumDocuments,
): Promise<GraphResult | null> {
  const seen = await seenGraphOf(analysis, view, look);
  if (seen === undefined) return null;
  const { graph, spans } = seen;
  const placeOf = (origin: Place | undefined): FilePlace | undefined => {
    const range = origin === undefined ? undefined : rangeOf(documents, origin);
    return origin === undefined || range === undefined ? undefined : { uri: origin.uri, range };
  };
  const places = itemsOf(graph).flatMap(({ id, origin }) => {
    const place = placeOf(origin);
    return place === undefined ? [] : [[id, place] as const];
  });
  return {
    graph,
    places: Object.fromEntries(places),
    spans: spans.flatMap(({ origin, items }) => {
      const place = placeOf(origin);
      return place === undefined ? [] : [{ ...place, ids: items }];
    }),
    findings: (graph.allFindings ?? []).map(({ origin }) => placeOf(origin) ?? null),
    torn: isIncomplete(analysis),
  };
}

/** Whether some text could not be understood, so that the drawing may lack what it describes. */
function isIncomplete({ fabric: { gaps }, findings }: Analysis): boolean {
  return gaps.links || gaps.plugs || gaps.placements || isBroken('statements', findings);
}

/** Throws when nobody waits for the answer any more. */
function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.');
}
