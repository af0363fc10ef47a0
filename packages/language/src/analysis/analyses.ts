// One analysis a file, kept as long as neither the file nor anything it imports has changed.
import { type Finding, type Severities, sayingKey } from '@lightloom/core';
import type { LangiumDocument, LangiumDocuments } from 'langium';
import { type Configurations, severitiesFor } from '../configuration/index.ts';
import type * as ast from '../generated/ast.ts';
import type { Importers } from '../workspace/imports.ts';
import {
  type Analysis,
  type AnalysisOptions,
  type AnalysisServices,
  analysisOf,
  analyzeFiles,
  type FilesAnalysis,
} from './analysis.ts';

interface Kept {
  /** The number of changes up to which it is known to be current. */
  generation: number;
  /** What it depends on: the configuration and the files, which are new objects when they change. */
  readonly stamp: readonly unknown[];
  readonly whole: FilesAnalysis;
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
  /** Of files that import each other, kept for the first of them. */
  private readonly wholes = new WeakMap<LangiumDocument, Pick<Kept, 'stamp' | 'whole'>>();
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
    const stamp = [configuration, ...files];
    if (kept !== undefined && isSame(kept.stamp, stamp)) {
      kept.generation = generation;
      return kept.analysis;
    }
    const options = { ...this.options, configuration, severities: severitiesFor(configuration, document.uri) };
    const whole = this.wholeOf(document, files, options);
    const analysis = analysisOf(document, whole, this.services, options);
    this.kept.set(document, { stamp, whole, analysis, generation });
    return analysis;
  }

  /** What is found in a design and what it imports: once for files that import each other, since they are the same files. */
  private wholeOf(
    document: LangiumDocument,
    files: readonly ast.FabricFile[],
    options: AnalysisOptions,
  ): FilesAnalysis {
    const { imports } = this.services;
    // A value that is set is read where the design is.
    const isForAll = (options.settings ?? []).length === 0;
    const first = isForAll ? imports.firstOfCircle(document, files) : document;
    const inOrder = first === document ? files : imports.inOrder(first);
    const stamp = [options.configuration, textOf(options.severities), ...inOrder];
    const known = this.wholes.get(first);
    if (known !== undefined && isSame(known.stamp, stamp)) return known.whole;
    const whole = analyzeFiles(first.uri.toString(), inOrder, this.services, options);
    if (isForAll) this.wholes.set(first, { stamp, whole });
    return whole;
  }

  /** The addresses of the files that the last analysis of a file read; none where it was never analyzed. */
  filesOf(document: LangiumDocument): readonly string[] {
    return this.kept.get(document)?.analysis.uris ?? [];
  }

  /** Findings in a document: its own, and those of files that import it. */
  findingsIn(document: LangiumDocument): Finding[] {
    const uri = document.uri.toString();
    const found = new Map<string, Finding>();
    const seen = new Set<FilesAnalysis | undefined>();
    for (const root of this.rootsOf(document)) {
      const { findings } = this.of(root);
      // What is reported of one design only is about its own text: that of the document, which comes first.
      const whole = this.kept.get(root)?.whole;
      if (seen.has(whole)) continue;
      seen.add(whole);
      for (const finding of findings) {
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

/** What is set, as text that is equal where the same is set. */
function textOf(severities: Severities = new Map()): string {
  return [...severities].map(([name, severity]) => `${name} ${severity}`).join();
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
