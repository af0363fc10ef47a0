// For tests: a design from a string, analyzed.
import type { Setting } from '@lightloom/core';
import { type LangiumDocument, URI } from 'langium';
import type { Analysis } from './analysis/analysis.ts';
import { createFabricServices } from './services/module.ts';
import type { FabricServices, ServiceOptions } from './services/services.ts';
import { memoryFiles } from './session/memory-files.ts';
import { sessionOf } from './session/session.ts';

type LibraryTypes = NonNullable<ServiceOptions['libraryTypes']>;

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
 * @param libraryTypes which types of imported library files the fabric has: as in a check, those it uses
 */
export async function analyzeText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  settings: readonly Setting[] = [],
  libraryTypes: LibraryTypes = 'used',
): Promise<Tested> {
  const services = servicesWith(files, settings, libraryTypes);
  const analysis = await sessionOf(services).open(designUri, text);
  const document = await services.shared.workspace.LangiumDocuments.getOrCreateDocument(URI.parse(designUri));
  return { services, document, analysis };
}

/**
 * Analyzes one text after another as if each were the next state of the same file. What lies beside it (and the part
 * library) is read once, as in an editor, so that a test can ask about hundreds of texts.
 * @param files other files beside it, by name
 */
export function textAnalyzer(files: Readonly<Record<string, string>> = {}): (text: string) => Promise<Tested> {
  const services = servicesWith(files);
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  return async (text) => {
    await DocumentBuilder.update([], [URI.parse(designUri)]);
    const analysis = await sessionOf(services).open(designUri, text);
    return { services, document: await LangiumDocuments.getOrCreateDocument(URI.parse(designUri)), analysis };
  };
}

const designUri = 'file:///design.fabric';

function servicesWith(
  files: Readonly<Record<string, string>>,
  settings: readonly Setting[] = [],
  libraryTypes: LibraryTypes = 'used',
): FabricServices {
  const beside = Object.entries(files).map(([name, content]) => [`file:///${name}`, content] as const);
  return createFabricServices({ files: memoryFiles(Object.fromEntries(beside)), settings, libraryTypes });
}
