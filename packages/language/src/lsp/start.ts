// Starts the language server on a connection, wherever it runs.
import { URI } from 'langium';
import { type LangiumSharedServices, startLanguageServer } from 'langium/lsp';
import {
  type Connection,
  type ConnectionOptions,
  LSPErrorCodes,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import type { PluginHost } from '../configuration/index.ts';
import type { AsyncFiles } from '../workspace/file-system.ts';
import { answerAddedRequests } from './added-requests.ts';
import { adapted } from './client/adapted.ts';
import { lenientStart, withinSession } from './client/session.ts';
import { withClientFiles } from './client-files.ts';
import type { FabricCompletionProvider } from './completion/completion.ts';
import { reportConfigurations } from './configuration-diagnostics.ts';
import { createEditorServices } from './editor-module.ts';
import { followFolders } from './folders.ts';
import { after, keepSmall, type Memory, onceIdle } from './idle.ts';
import { sendTextProblemsEarly } from './publishing/early.ts';
import { Publisher } from './publishing/publisher.ts';
import { answerPulls } from './publishing/pull.ts';
import { answerQuestions } from './questions/answer-questions.ts';
import type { Printer } from './questions/printer.ts';
import { refreshWhatIsShown } from './refresh.ts';
import { answerRequests, currentAnalysis } from './requests.ts';
import type { EditorDocumentBuilder } from './workspace.ts';

/** How the server treats its connection: a request that is cancelled while it waits isn't worked on, and any client may begin. */
export const connectionOptions: ConnectionOptions = {
  messageStrategy: lenientStart,
  connectionStrategy: {
    cancelUndispatched: (request) => ({
      jsonrpc: request.jsonrpc,
      id: (request as RequestMessage).id,
      error: new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.').toJson(),
    }),
  },
};

/** How long after the last design was judged something is done that nobody waits for, in ms. */
const pauses = { short: 400, long: 15_000 };

/**
 * Starts the server on a connection.
 * @param client what it speaks to
 * @param files where files are read from that no editor has open; the client reads them where this is undefined, and those
 *   that aren't on the disk
 * @param plugins loads plug-ins, once the client allows it
 * @param printer writes files that aren't text
 * @param memory of the process, which is kept small
 */
export function startServerOn(
  client: Connection,
  files: AsyncFiles | undefined,
  plugins?: PluginHost,
  printer?: Printer,
  memory?: Memory,
): void {
  const connection = adapted(withinSession(client, (uri) => isKnown(uri, services.shared)));
  const all = withClientFiles(files, connection);
  const publisher = new Publisher(connection);
  const services = createEditorServices(all, publisher.connection, plugins);
  publisher.serve(services.shared);
  const builder = services.shared.workspace.DocumentBuilder as EditorDocumentBuilder;
  sendTextProblemsEarly(publisher, services, () => builder.isSlow);
  followFolders(connection, services);
  // In this order diagnostics are sent before the notification that there are new ones.
  startLanguageServer(services.shared);
  answerRequests(connection, services);
  answerAddedRequests(connection, services);
  answerPulls(connection, services);
  answerQuestions(connection, { services, files: all, current: (uri) => currentAnalysis(uri, services), printer });
  reportConfigurations(connection, services);
  refreshWhatIsShown(connection, services);
  const completion = services.lsp.CompletionProvider as FabricCompletionProvider;
  const stops = [onceIdle(services, () => void completion.readAhead(), after(pauses.short))];
  if (memory !== undefined) stops.push(keepSmall(services, memory, pauses.long));
  connection.onShutdown(() => {
    for (const stop of stops) stop();
  });
}

/** Whether a file is open, or one of the workspace, which is read before this is known. */
function isKnown(
  uri: string,
  { workspace: { TextDocuments, LangiumDocuments, WorkspaceManager } }: LangiumSharedServices,
): boolean | Promise<boolean> {
  if (TextDocuments.get(uri) !== undefined) return true;
  return WorkspaceManager.ready.then(() => LangiumDocuments.hasDocument(URI.parse(uri)));
}
