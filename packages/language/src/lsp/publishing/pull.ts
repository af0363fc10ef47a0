// Problems of a file for a client that asks for them, instead of being sent them.
import { DocumentState } from 'langium';
import { createRequestHandler } from 'langium/lsp';
import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ResponseError,
} from 'vscode-languageserver';
import type { FabricEditorServices } from '../../services/services.ts';
import { pullsDiagnostics } from './publisher.ts';

/** Answers requests for the problems of a file, and asks the client to ask again where another file has changed them. */
export function answerPulls(connection: Connection, { shared }: FabricEditorServices): void {
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  let canRefresh = false;
  shared.lsp.LanguageServer.onInitialize((params) => {
    const { capabilities } = params;
    canRefresh = pullsDiagnostics(params) && capabilities.workspace?.diagnostics?.refreshSupport === true;
  });
  const answer = createRequestHandler<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    (_, document, { previousResultId }) => reportOf(document.diagnostics ?? [], previousResultId),
    shared,
    DocumentState.Validated,
  );
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const report = await answer(params, token);
    if (report instanceof ResponseError) throw report;
    return report ?? reportOf([], undefined);
  });
  DocumentBuilder.onBuildPhase(DocumentState.Validated, (documents) => {
    const open = documents.filter(({ uri }) => TextDocuments.get(uri.toString()) !== undefined);
    // A client that has gone asks again by itself when it needs to.
    if (canRefresh && open.length > 0 && documents.length > 1) void connection.languages.diagnostics.refresh();
  });
}

/** The problems of a file, or that they are as they were. */
function reportOf(items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport {
  const resultId = digestOf(JSON.stringify(items));
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** A short name for a text: FNV-1a, 32 bits. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
