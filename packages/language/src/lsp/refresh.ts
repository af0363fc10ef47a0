// Asks the client for its hints, lenses and colors again, where something else than its own edits has changed them.
import { DocumentState } from 'langium';
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { FabricEditorServices } from '../services/services.ts';

/** What a client says of itself: whether it can be asked to ask again. */
interface Refreshable {
  readonly refreshSupport?: boolean;
}

/** Refreshes what is shown when the settings change, and when an edit of one file changes what is true of another one. */
export function refreshWhatIsShown(
  connection: Connection,
  { shared, workspace: { Shown } }: FabricEditorServices,
): void {
  const { DocumentBuilder, ConfigurationProvider, TextDocuments } = shared.workspace;
  let asks: readonly (() => Promise<void>)[] = [];
  shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
    const can = (feature: Refreshable | undefined): boolean => feature?.refreshSupport === true;
    asks = [
      ...(can(workspace?.inlayHint) ? [() => connection.languages.inlayHint.refresh()] : []),
      ...(can(workspace?.codeLens) ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(can(workspace?.semanticTokens) ? [() => connection.languages.semanticTokens.refresh()] : []),
    ];
  });
  // A client that has gone or refuses asks again by itself when it needs to.
  const refresh = (): void => void Promise.allSettled(asks.map((ask) => ask()));
  ConfigurationProvider.onConfigurationSectionUpdate(refresh);
  DocumentBuilder.onBuildPhase(DocumentState.Validated, (documents) => {
    const isOpen = documents.some(({ uri }) => TextDocuments.get(uri.toString()) !== undefined);
    const wereBehind = Shown.wereBehind(documents);
    // The client asks about the file that was edited anyway; others follow from it.
    if (isOpen && (documents.length > 1 || wereBehind)) refresh();
  });
}
