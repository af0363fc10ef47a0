// The language on Node: files from the disk.
import type { LangiumDocument } from 'langium';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import type { Analysis } from './analysis.ts';
import { createFabricServices } from './module.ts';
import type { FabricServices } from './services.ts';

/** Services that read files from the disk. */
export function createNodeServices(): FabricServices {
  return createFabricServices(NodeFileSystem.fileSystemProvider());
}

/** A file that was read and analyzed. */
export interface AnalyzedFile {
  readonly document: LangiumDocument;
  readonly analysis: Analysis;
}

/**
 * Reads a file with all it imports, and analyzes it.
 * @throws when the file can't be read
 */
export async function analyzePath(services: FabricServices, path: string): Promise<AnalyzedFile> {
  const document = await services.shared.workspace.LangiumDocuments.getOrCreateDocument(URI.file(path));
  await services.shared.workspace.DocumentBuilder.build([document], { validation: false });
  return { document, analysis: services.workspace.Analyses.of(document) };
}
