// The language on Node: files from the disk.
import type { Basis, Setting } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import type { Analysis } from './analysis/analysis.ts';
import { createFabricServices } from './services/module.ts';
import type { FabricServices } from './services/services.ts';

/** What is said beside the files. */
export interface NodeOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  /** The configuration to take in place of the nearest one; an absolute path. */
  readonly configuration?: string | undefined;
  /** What requirements are judged on: worst case when not said otherwise. */
  readonly basis?: Basis;
}

/** Services that read files from the disk. */
export function createNodeServices({
  settings = [],
  configuration,
  basis = 'worst-case',
}: NodeOptions = {}): FabricServices {
  const services = createFabricServices(NodeFileSystem.fileSystemProvider());
  services.workspace.Analyses.set(settings);
  services.workspace.Analyses.judgeOn(basis);
  if (configuration !== undefined) services.workspace.Configurations.choose(URI.file(configuration));
  return services;
}

/** A file that was analyzed. */
export interface AnalyzedFile {
  readonly document: LangiumDocument;
  readonly analysis: Analysis;
}

/**
 * Analyzes a text as the file at a path, with all it imports. A file that was imported before keeps what it held.
 * @param path absolute
 */
export async function analyzeAt(services: FabricServices, path: string, text: string): Promise<AnalyzedFile> {
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const uri = URI.file(path);
  const document = LangiumDocuments.getDocument(uri) ?? LangiumDocuments.createDocument(uri, text);
  await DocumentBuilder.build([document], { validation: false });
  return { document, analysis: services.workspace.Analyses.of(document) };
}
