// The client of the language server: which files it speaks about, and how the server is started.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { Uri, workspace } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

/** Schemes of files the server is told about. Others (a diff's old side) would be judged as if they were the design. */
const schemes = ['file', 'untitled', 'lightloom', 'vscode-vfs'];

/** A client that is not started yet. The server is a process of its own, in the Node that VS Code brings. */
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
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.fabric') },
      outputChannel,
      // An error message tells enough; the output is one command away.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
}
