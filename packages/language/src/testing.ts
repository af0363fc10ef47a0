// For tests: a design from a string, analyzed.
import type { Setting } from '@lightloom/core';
import { type LangiumDocument, URI } from 'langium';
import type { Analysis } from './analysis/analysis.ts';
import { createFabricServices } from './services/module.ts';
import type { FabricServices } from './services/services.ts';
import { memoryFiles } from './session/memory-files.ts';
import { sessionOf } from './session/session.ts';

/** A design with the services and the document it was made with. */
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
  const beside = Object.entries(files).map(([name, content]) => [`file:///${name}`, content] as const);
  const services = createFabricServices({ files: memoryFiles(Object.fromEntries(beside)), settings });
  const uri = 'file:///design.fabric';
  const analysis = await sessionOf(services).open(uri, text);
  const document = await services.shared.workspace.LangiumDocuments.getOrCreateDocument(URI.parse(uri));
  return { services, document, analysis };
}
