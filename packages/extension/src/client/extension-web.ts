// The extension in a browser: the server is a web worker, and reads files through the client.
import type { ExtensionContext } from 'vscode';
import { createWorkerClient } from './server/worker-client.ts';
import { start } from './start.ts';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.fabric` file is opened, or a drawing is restored. @public */
export function activate(context: ExtensionContext): void {
  stop = start(context, createWorkerClient);
}

/** Called by VS Code at the end. @public */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
