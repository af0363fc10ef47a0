// Diagnostics of configurations. They aren't documents of the language, so Langium doesn't report them.
import { DocumentState, type LangiumDocuments, TextDocument } from 'langium';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Configuration } from '../configuration/index.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import type { FabricEditorServices } from '../services/services.ts';

/** Sends the diagnostics of every configuration and price book in use, and takes back those of what is no longer in use. */
export function reportConfigurations(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  let reported = new Set<string>();
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async () => {
    const inUse = new Set<string>();
    for (const configuration of services.workspace.Configurations.all) {
      for (const file of configuration.book === undefined ? [configuration] : [configuration, configuration.book]) {
        const { uri, problems } = file;
        inUse.add(uri);
        if (problems.length === 0 && !reported.has(uri)) continue;
        await connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(file, LangiumDocuments) });
      }
    }
    for (const uri of reported) if (!inUse.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    reported = inUse;
  });
}

function diagnosticsOf(
  { uri, text, problems }: Pick<Configuration, 'uri' | 'text' | 'problems'>,
  documents: LangiumDocuments,
): Diagnostic[] {
  const lines = TextDocument.create(uri, 'plaintext', 0, text);
  return problems.map((each) => ({
    ...toDiagnostic(each, documents),
    range: { start: lines.positionAt(each.origin.start), end: lines.positionAt(each.origin.end) },
  }));
}
