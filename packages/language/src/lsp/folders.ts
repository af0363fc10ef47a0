// Folders that come to the workspace, or leave it, while the server runs.
import type { Connection } from 'vscode-languageserver';
import type { FabricEditorServices } from '../services/services.ts';
import type { EditorDocumentBuilder, FabricWorkspaceManager } from './workspace.ts';

/** Reads the workspace again whenever its folders change. */
export function followFolders(connection: Connection, { shared }: FabricEditorServices): void {
  const { WorkspaceLock } = shared.workspace;
  const manager = shared.workspace.WorkspaceManager as FabricWorkspaceManager;
  const builder = shared.workspace.DocumentBuilder as EditorDocumentBuilder;
  let isTold = false;
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    isTold = capabilities.workspace?.workspaceFolders === true;
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    if (!isTold) return;
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      await manager.ready;
      manager.changeFolders(added, removed);
      await WorkspaceLock.write((token) => builder.readFolders(token));
    });
  });
}
