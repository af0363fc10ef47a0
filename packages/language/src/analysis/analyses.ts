// One analysis a file, kept as long as neither the file nor anything it imports has changed.
import { type Finding, sayingKey } from '@lightloom/core';
import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Configurations } from '../configuration/index.ts';
import type { Importers } from '../workspace/imports.ts';
import { type Analysis, type AnalysisOptions, type AnalysisServices, analyzeFile } from './analysis.ts';

interface Kept {
  /** The number of changes up to which it is known to be current. */
  generation: number;
  /** What it depends on: the configuration and the files, which are new objects when they change. */
  readonly stamp: readonly unknown[];
  readonly analysis: Analysis;
}

/** What analyses are made with. */
export interface AnalysesServices extends AnalysisServices {
  readonly documents: LangiumDocuments;
  readonly configurations: Configurations;
  /** How often what is loaded, parsed or linked has changed. */
  readonly generation: () => number;
}

export class Analyses {
  private readonly services: AnalysesServices;
  private readonly options: AnalysisOptions;
  private readonly kept = new WeakMap<LangiumDocument, Kept>();
  /** The loaded files that import each one, as long as nothing changes. */
  private importing: { readonly generation: number; readonly importers: Importers } | undefined;

  /** @param options what applies to every design: values set from outside, and the basis */
  constructor(services: AnalysesServices, options: AnalysisOptions = {}) {
    this.services = services;
    this.options = options;
  }

  /** The analysis of a linked document. */
  of(document: LangiumDocument): Analysis {
    const generation = this.services.generation();
    const kept = this.kept.get(document);
    if (kept?.generation === generation) return kept.analysis;
    const files = this.services.imports.inOrder(document);
    const configuration = this.services.configurations.of(document.uri);
    const book = this.services.configurations.bookOf(document.uri);
    const stamp = [configuration, book, ...files];
    if (kept !== undefined && kept.stamp.length === stamp.length && kept.stamp.every((each, i) => each === stamp[i])) {
      kept.generation = generation;
      return kept.analysis;
    }
    const analysis = analyzeFile(document, files, this.services, { ...this.options, configuration, book });
    this.kept.set(document, { stamp, analysis, generation });
    return analysis;
  }

  /** The addresses of the files that the last analysis of a file read; none where it was never analyzed. */
  filesOf(document: LangiumDocument): readonly string[] {
    return this.kept.get(document)?.analysis.uris ?? [];
  }

  /** Findings in a document: its own, and those of files that import it. */
  findingsIn(document: LangiumDocument): Finding[] {
    const uri = document.uri.toString();
    const found = new Map<string, Finding>();
    for (const root of this.rootsOf(document)) {
      for (const finding of this.of(root).findings) {
        if (finding.origin.uri !== uri) continue;
        const key = sayingKey(finding);
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  }

  /** The document itself, and every loaded one that sees it. */
  private rootsOf(document: LangiumDocument): Iterable<LangiumDocument> {
    const { documents, imports } = this.services;
    const generation = this.services.generation();
    if (this.importing?.generation !== generation)
      this.importing = { generation, importers: imports.importers(documents.all) };
    return new Set([document, ...imports.thoseThatSee([document.uri.toString()], this.importing.importers)]);
  }
}
