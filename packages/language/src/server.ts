// The language server as a process: over the channel its parent opened, or over standard input and output.
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './disk/disk-files.ts';
import { diskPlugins } from './disk/disk-plugins.ts';
import { connectionOptions, startServerOn } from './lsp/start.ts';

export { connectionOptions };

/**
 * Starts the server. Which channel it uses follows from the arguments of the process (`--stdio`, `--node-ipc`).
 * @param connection another channel, for tests
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all, connectionOptions)): void {
  startServerOn(connection, diskFiles(), diskPlugins());
}
