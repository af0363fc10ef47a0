// The extension in VS Code on a machine: the server is a process, and tasks can run the command line.
import { access, constants } from 'node:fs/promises';
import type { ExtensionContext, Uri } from 'vscode';
import { provideMcpServer } from './agents/mcp-server.ts';
import { createNodeClient } from './server/node-client.ts';
import { start } from './start.ts';
import { provideTasks } from './tasks/task-provider.ts';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.fabric` file is opened, or a drawing is restored. @public */
export function activate(context: ExtensionContext): void {
  stop = start(context, createNodeClient, canWrite);
  context.subscriptions.push(provideTasks(), provideMcpServer(context));
}

/** Whether files can be written in a folder of the disk. */
function canWrite({ fsPath }: Uri): Promise<boolean> {
  return access(fsPath, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Called by VS Code at the end. @public */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
