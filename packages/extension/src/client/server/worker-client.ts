// The language server in a web worker, where VS Code runs in a browser.
import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/** A browser has it; the types of Node, which this is checked with, don't. */
declare const Worker: new (address: string) => object;

/** A client, not started yet. */
export function createWorkerClient({ extensionUri }: ExtensionContext, output: LogOutputChannel): BaseLanguageClient {
  const address = Uri.joinPath(extensionUri, 'dist', 'server-worker.js').toString(true);
  const start = async (): Promise<never> => new Worker(address) as never;
  return new LanguageClient('lightloom', 'Lightloom', start, clientOptions(output));
}
