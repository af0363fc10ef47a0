// The extension in VS Code: starts the language server, shows library files and drawings.
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { provideMcpServer } from './agents/mcp-server.ts';
import { createClient } from './server/language-client.ts';
import { provideLibraryTexts } from './server/library-texts.ts';
import { createRequests } from './server/requests.ts';
import { showServerStatus } from './server/server-status.ts';
import { registerTopology } from './topology/register.ts';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.fabric` file is opened, or a drawing is restored. @public */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Lightloom', { log: true });
  const client = createClient(context, output);
  const requests = createRequests(client);
  context.subscriptions.push(
    output,
    showServerStatus(client),
    provideMcpServer(context),
    provideLibraryTexts(requests),
    registerTopology(context.extensionUri, requests, output),
    commands.registerCommand('lightloom.restartServer', () => client.restart()),
    commands.registerCommand('lightloom.showOutput', () => output.show()),
    // Plug-ins may run from now on.
    workspace.onDidGrantWorkspaceTrust(() => client.restart()),
  );
  stop = () => (client.needsStop() ? client.stop() : Promise.resolve());
  // The client shows a message itself; the language status offers to restart.
  client.start().catch((error) => output.error(`The language server did not start: ${error}`));
}

/** Called by VS Code at the end. @public */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
