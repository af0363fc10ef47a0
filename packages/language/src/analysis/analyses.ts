// One analysis a file, kept as long as neither the file nor anything it imports has changed.
import type { Basis, Finding, Setting } from '@lightloom/core';
import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Configurations } from '../configuration/index.ts';
import { type Analysis, type AnalysisServices, analyzeFile } from './analysis.ts';

interface Kept {
  readonly stamp: readonly unknown[];
  readonly analysis: Analysis;
}

export class Analyses {
  private readonly services: AnalysisServices;
  private readonly documents: LangiumDocuments;
  private readonly kept = new WeakMap<LangiumDocument, Kept>();
  private readonly configurations: Configurations;
  private settings: readonly Setting[] = [];
  private basis: Basis = 'worst-case';

  constructor(services: AnalysisServices, documents: LangiumDocuments, configurations: Configurations) {
    this.configurations = configurations;
    this.services = services;
    this.documents = documents;
  }

  /** Sets values from outside, for a what-if, before anything is analyzed. */
  set(settings: readonly Setting[]): void {
    this.settings = settings;
  }

  /** Sets what requirements are judged on, before anything is analyzed. */
  judgeOn(basis: Basis): void {
    this.basis = basis;
  }

  /** The analysis of a linked document. */
  of(document: LangiumDocument): Analysis {
    const files = this.services.imports.inOrder(document);
    const configuration = this.configurations.of(document.uri);
    const stamp = [configuration, ...files];
    const kept = this.kept.get(document);
    if (kept !== undefined && kept.stamp.length === stamp.length && kept.stamp.every((each, i) => each === stamp[i]))
      return kept.analysis;
    const analysis = analyzeFile(document, files, this.services, {
      settings: this.settings,
      configuration,
      basis: this.basis,
    });
    this.kept.set(document, { stamp, analysis });
    return analysis;
  }

  /** Findings that lie in a document: its own, and those of files that import it. */
  findingsIn(document: LangiumDocument): Finding[] {
    const uri = document.uri.toString();
    const found = new Map<string, Finding>();
    for (const root of this.rootsOf(document)) {
      for (const finding of this.of(root).findings) {
        if (finding.origin.uri !== uri) continue;
        const key = `${finding.rule} ${finding.origin.start} ${finding.origin.end}`;
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  }

  /** The document itself, and every loaded one that sees it. */
  private rootsOf(document: LangiumDocument): LangiumDocument[] {
    const file = document.parseResult.value;
    const importing = this.documents.all
      .filter(
        (each) => each !== document && this.services.imports.visibleFrom(each).some((visible) => visible === file),
      )
      .toArray();
    return [document, ...importing];
  }
}
