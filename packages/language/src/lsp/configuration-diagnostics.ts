// Diagnostics of configurations. They aren't documents of the language, so Langium doesn't report them.
import { type Finding, sayingKey } from '@lightloom/core';
import { DocumentState, type LangiumDocuments, TextDocument, URI } from 'langium';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { type Configuration, severitiesFor } from '../configuration/index.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import { asConfigured } from '../problems/as-configured.ts';
import type { FabricEditorServices } from '../services/services.ts';

/** Sends the diagnostics of every configuration and price book in use, and takes back those of what is no longer in use. */
export function reportConfigurations(connection: Connection, services: FabricEditorServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  let reported = new Set<string>();
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async () => {
    const inUse = new Set<string>();
    const report = async (file: Pick<Configuration, 'uri' | 'text' | 'problems'>): Promise<void> => {
      inUse.add(file.uri);
      if (file.problems.length === 0 && !reported.has(file.uri)) return;
      await connection.sendDiagnostics({ uri: file.uri, diagnostics: diagnosticsOf(file, LangiumDocuments) });
    };
    for (const configuration of services.workspace.Configurations.all) {
      const { uri, book } = configuration;
      const own = asConfigured(configuration.problems, severitiesFor(configuration, URI.parse(uri)));
      await report({ ...configuration, problems: [...own, ...failedRules(configuration, services)] });
      if (book !== undefined) await report(book);
    }
    for (const uri of reported) if (!inUse.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    reported = inUse;
  });
}

/** The rules of its plug-ins that failed on a design: what the analysis of any file says of the configuration itself. */
function failedRules({ uri, plugins, problems }: Configuration, services: FabricEditorServices): readonly Finding[] {
  if (plugins.loaded.length === 0) return [];
  const { Analyses, Configurations } = services.workspace;
  const told = new Set(problems.map(sayingKey));
  const found = new Map<string, Finding>();
  for (const document of services.shared.workspace.LangiumDocuments.all) {
    if (document.state < DocumentState.Linked || Configurations.of(document.uri)?.uri !== uri) continue;
    for (const each of Analyses.of(document).findings)
      if (each.origin.uri === uri && !told.has(sayingKey(each))) found.set(sayingKey(each), each);
  }
  return [...found.values()];
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
