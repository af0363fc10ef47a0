// The options of the client of the language server, wherever the server runs.
import { type LogOutputChannel, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';

/** Schemes of files that are sent to the server. Others (the old side of a diff) would be checked like the design. */
const schemes = ['file', 'untitled', 'lightloom', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'memfs'];

/** The options of a client. */
export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: schemes.map((scheme) => ({ language: 'fabric', scheme })),
    synchronize: { fileEvents: workspace.createFileSystemWatcher('**/{*.fabric,*.view.json,lightloom.json}') },
    // Where imports may lead beside the workspace: a workspace can't set it itself.
    initializationOptions: () => ({
      importFolders: setting<string[]>('importFolders', []),
      // Problems are sent as they are found, of open files and of others alike.
      diagnostics: 'push',
      notesOfClosedFiles: setting('notesOfClosedFiles', false),
      // Neither can it allow its own code to run.
      allowPlugins: workspace.isTrusted && setting('allowPlugins', false),
      basis: setting('basis', 'worst-case'),
      commands: true,
    }),
    outputChannel,
    // An error message is enough; the output is one command away.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

function setting<T>(name: string, usual: T): T {
  return workspace.getConfiguration('lightloom').get<T>(name, usual);
}
