// For tests: a file from a string, analyzed.
import type { Setting } from '@lightloom/core';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { Analysis } from './analysis/analysis.ts';
import { createFabricServices } from './services/module.ts';
import type { FabricServices } from './services/services.ts';

/** A text with what there is to say about it. */
export interface Tested {
  readonly services: FabricServices;
  readonly document: LangiumDocument;
  readonly analysis: Analysis;
}

/**
 * Analyzes a text as if it were a file.
 * @param files other files beside it, by name, as `{ 'site.fabric': '…' }`
 * @param settings values set from outside
 */
export async function analyzeText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  settings: readonly Setting[] = [],
): Promise<Tested> {
  const services = createFabricServices(EmptyFileSystem.fileSystemProvider());
  services.workspace.Analyses.set(settings);
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  for (const [name, content] of Object.entries(files))
    LangiumDocuments.createDocument(URI.parse(`file:///${name}`), content);
  const document = LangiumDocuments.createDocument(URI.parse('file:///design.fabric'), text);
  await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: false });
  return { services, document, analysis: services.workspace.Analyses.of(document) };
}

/**
 * Analyzes one text after another as if each were the next state of the same file. What lies beside it (and the part
 * library) is read once, as in an editor, so that a test can ask about hundreds of texts.
 * @param files other files beside it, by name
 */
export function textAnalyzer(files: Readonly<Record<string, string>> = {}): (text: string) => Promise<Tested> {
  const services = createFabricServices(EmptyFileSystem.fileSystemProvider());
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  for (const [name, content] of Object.entries(files))
    LangiumDocuments.createDocument(URI.parse(`file:///${name}`), content);
  const uri = URI.parse('file:///design.fabric');
  return async (text) => {
    await DocumentBuilder.update([], [uri]);
    const document = LangiumDocuments.createDocument(uri, text);
    await DocumentBuilder.build([document], { validation: false });
    return { services, document, analysis: services.workspace.Analyses.of(document) };
  };
}
