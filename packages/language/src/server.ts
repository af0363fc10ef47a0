// The language server as a process: over the channel its parent opened, or over standard input and output.
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createEditorServices } from './lsp/editor-module.ts';
import { answerRequests } from './lsp/requests.ts';

/**
 * Starts the server. Which channel it uses follows from the arguments of the process (`--stdio`, `--node-ipc`).
 * @param connection another channel, for tests
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all)): void {
  const services = createEditorServices(NodeFileSystem.fileSystemProvider(), connection);
  answerRequests(connection, services);
  startLanguageServer(services.shared);
}
