// The language server as a process: over the channel its parent opened, or over standard input and output.
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './disk/disk-files.ts';
import { diskPlugins } from './disk/disk-plugins.ts';
import { processMemory } from './disk/give-back.ts';
import type { Memory } from './lsp/idle.ts';
import type { Printer } from './lsp/questions/printer.ts';
import { connectionOptions, startServerOn } from './lsp/start.ts';

export type { Printer };
export { connectionOptions };

/** Where the server talks, and what it can write. */
interface ServerOptions {
  /** Another channel than the one that the arguments of the process (`--stdio`, `--node-ipc`) name. */
  readonly connection?: Connection;
  /** Writes files that aren't text; without it only text is exported. */
  readonly printer?: Printer;
  /** The memory that is kept small: that of the process when not given. */
  readonly memory?: Memory;
}

/** Starts the server. */
export function startServer({
  connection = createConnection(ProposedFeatures.all, connectionOptions),
  printer,
  memory = processMemory,
}: ServerOptions = {}): void {
  startServerOn(connection, diskFiles(), diskPlugins(), printer, memory);
}
