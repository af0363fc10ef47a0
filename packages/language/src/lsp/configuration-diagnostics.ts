// Mistakes in configurations, told at the file itself: it is no document of the language, so nobody else tells them.
import { DocumentState, TextDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import type { FabricEditorServices } from '../services/services.ts';

/** Sends the diagnostics of every configuration in use, and takes back those of files that are gone. */
export function tellConfigurations(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  let told = new Set<string>();
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async () => {
    const now = new Set<string>();
    for (const { uri, text, problems } of services.workspace.Configurations.all) {
      now.add(uri);
      if (problems.length === 0 && !told.has(uri)) continue;
      const lines = TextDocument.create(uri, 'json', 0, text);
      const diagnostics = problems.map((each) => ({
        ...toDiagnostic(each, LangiumDocuments),
        range: { start: lines.positionAt(each.origin.start), end: lines.positionAt(each.origin.end) },
      }));
      await connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const uri of told) if (!now.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    told = now;
  });
}
