// The language server as a process: over the channel its parent opened, or over standard input and output.
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  LSPErrorCodes,
  ProposedFeatures,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver/node';
import { tellConfigurations } from './lsp/configuration-diagnostics.ts';
import { createEditorServices } from './lsp/editor-module.ts';
import { answerRequests } from './lsp/requests.ts';

/** How the server treats its connection: a request that is taken back before its turn is not worked on. */
export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (request) => ({
      jsonrpc: request.jsonrpc,
      id: (request as RequestMessage).id,
      error: new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.').toJson(),
    }),
  },
};

/**
 * Starts the server. Which channel it uses follows from the arguments of the process (`--stdio`, `--node-ipc`).
 * @param connection another channel, for tests
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all, connectionOptions)): void {
  const services = createEditorServices(NodeFileSystem.fileSystemProvider(), connection);
  // In this order diagnostics are sent before the word that there are new ones.
  startLanguageServer(services.shared);
  answerRequests(connection, services);
  tellConfigurations(connection, services);
}
