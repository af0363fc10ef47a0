// The client of the language server: its files, and how the server is started.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { Uri, workspace } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

/** Schemes of files that are sent to the server. Others (the old side of a diff) would be checked like the design. */
const schemes = ['file', 'untitled', 'lightloom', 'vscode-vfs'];

/** A client, not started yet. The server is a separate process, in the Node that VS Code ships. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  return new LanguageClient(
    'lightloom',
    'Lightloom',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: schemes.map((scheme) => ({ language: 'fabric', scheme })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.{fabric,view.json}') },
      // Where imports may lead beside the workspace: a workspace can't set it itself.
      initializationOptions: () => ({
        importFolders: workspace.getConfiguration('lightloom').get<string[]>('importFolders', []),
        // Problems are sent as they are found, of open files and of others alike.
        diagnostics: 'push',
        notesOfClosedFiles: workspace.getConfiguration('lightloom').get<boolean>('notesOfClosedFiles', false),
        // Neither can it allow its own code to run.
        allowPlugins:
          workspace.isTrusted && workspace.getConfiguration('lightloom').get<boolean>('allowPlugins', false),
      }),
      outputChannel,
      // An error message is enough; the output is one command away.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
}
