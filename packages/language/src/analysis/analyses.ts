// One analysis a file, kept as long as neither the file nor anything it imports has changed.
import { type Finding, findingKey } from '@lightloom/core';
import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Configurations } from '../configuration/index.ts';
import { type Analysis, type AnalysisOptions, type AnalysisServices, analyzeFile } from './analysis.ts';

interface Kept {
  /** What it depends on: the configuration and the files, which are new objects when they change. */
  readonly stamp: readonly unknown[];
  readonly analysis: Analysis;
}

/** What analyses are made with. */
export interface AnalysesServices extends AnalysisServices {
  readonly documents: LangiumDocuments;
  readonly configurations: Configurations;
}

export class Analyses {
  private readonly services: AnalysesServices;
  private readonly options: AnalysisOptions;
  private readonly kept = new WeakMap<LangiumDocument, Kept>();

  /** @param options what applies to every design: values set from outside, and the basis */
  constructor(services: AnalysesServices, options: AnalysisOptions = {}) {
    this.services = services;
    this.options = options;
  }

  /** The analysis of a linked document. */
  of(document: LangiumDocument): Analysis {
    const files = this.services.imports.inOrder(document);
    const configuration = this.services.configurations.of(document.uri);
    const stamp = [configuration, ...files];
    const kept = this.kept.get(document);
    if (kept !== undefined && kept.stamp.length === stamp.length && kept.stamp.every((each, i) => each === stamp[i]))
      return kept.analysis;
    const analysis = analyzeFile(document, files, this.services, { ...this.options, configuration });
    this.kept.set(document, { stamp, analysis });
    return analysis;
  }

  /** Findings in a document: its own, and those of files that import it. */
  findingsIn(document: LangiumDocument): Finding[] {
    const uri = document.uri.toString();
    const found = new Map<string, Finding>();
    for (const root of this.rootsOf(document)) {
      for (const finding of this.of(root).findings) {
        if (finding.origin.uri !== uri) continue;
        const key = findingKey(finding);
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  }

  /** The document itself, and every loaded one that sees it. */
  private rootsOf(document: LangiumDocument): LangiumDocument[] {
    const { documents, imports } = this.services;
    const file = document.parseResult.value;
    const importing = documents.all
      .filter((each) => each !== document && imports.visibleFrom(each).some((visible) => visible === file))
      .toArray();
    return [document, ...importing];
  }
}
