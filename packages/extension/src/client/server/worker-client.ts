// The language server in a web worker, where VS Code runs in a browser.
import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/** A browser has it; the types of Node, which this is checked with, don't. */
declare const Worker: new (address: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** A client, not started yet. */
export function createWorkerClient({ extensionUri }: ExtensionContext, output: LogOutputChannel): BaseLanguageClient {
  const file = Uri.joinPath(extensionUri, 'dist', 'server-worker.js');
  // VS Code puts a worker of its own in the place of the browser's, which the client doesn't know as one: it gets both ends.
  const start = async () => {
    const worker = new Worker(await addressOf(file));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('lightloom', 'Lightloom', start, clientOptions(output));
}

/** Where a worker is loaded from. VS Code starts none from a file of another machine: its text is read first. */
async function addressOf(file: Uri): Promise<string> {
  if (file.scheme !== 'vscode-remote') return file.toString(true);
  const text = await workspace.fs.readFile(file);
  return URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
}
