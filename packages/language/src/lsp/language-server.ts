// What the server tells a client that it can do, beyond what Langium knows of.
import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { codeActionKinds } from './editing/quick-fixes.ts';
import { pullsDiagnostics } from './publishing/publisher.ts';

export class FabricLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params);
    const { capabilities } = result;
    return {
      ...result,
      capabilities: {
        ...capabilities,
        workspace: { ...capabilities.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
        completionProvider: { ...capabilities.completionProvider, resolveProvider: true },
        selectionRangeProvider: true,
        linkedEditingRangeProvider: true,
        ...(pullsDiagnostics(params)
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
      },
    };
  }
}
