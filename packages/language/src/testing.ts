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
