// The language server as a process of its own, in the Node that VS Code ships.
import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';

/** A client, not started yet. */
export function createNodeClient({ extensionUri }: ExtensionContext, output: LogOutputChannel): BaseLanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('lightloom', 'Lightloom', { run, debug }, clientOptions(output));
}
