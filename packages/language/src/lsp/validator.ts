// The bridge from findings to the editor's diagnostics: one call a document.

import { inLibrary } from '@lightloom/core';
import {
  Cancellation,
  DefaultDocumentValidator,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumDocuments,
  type ValidationOptions,
} from 'langium';
import type { LangiumServices } from 'langium/lsp';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analyses } from '../analysis/analyses.ts';
import { inSlices } from '../analysis/slices.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import { rulePageOf } from '../reference/pages.ts';

/** The diagnostic when the analysis itself fails: the editor goes on, and the user knows why nothing is checked. */
function bugDiagnostic(error: unknown): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source: 'lightloom',
    message: `The analysis failed: ${error instanceof Error ? error.message : String(error)}.\nhelp: This is a bug in Lightloom, not in the design; please report it.`,
  };
}

/** A diagnostic with a link to the page of its rule. */
function withPage(diagnostic: Diagnostic): Diagnostic {
  const href = rulePageOf(String(diagnostic.code));
  return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
}

export class FabricValidator extends DefaultDocumentValidator {
  private readonly analyses: () => Analyses;
  private readonly documents: LangiumDocuments;
  private readonly showsNotes: (document: LangiumDocument) => boolean;

  /** @param bridge what findings come from; analyses are asked for when first needed */
  constructor(
    services: LangiumServices,
    bridge: {
      readonly analyses: () => Analyses;
      readonly documents: LangiumDocuments;
      /** Whether notes of a document are shown. */
      readonly showsNotes: (document: LangiumDocument) => boolean;
    },
  ) {
    super(services);
    this.showsNotes = bridge.showsNotes;
    this.analyses = bridge.analyses;
    this.documents = bridge.documents;
  }

  override async validateDocument(
    document: LangiumDocument,
    _options?: ValidationOptions,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<Diagnostic[]> {
    // The part library is checked by our own tests.
    if (inLibrary({ uri: document.uri.toString(), start: 0, end: 0 })) return [];
    try {
      await inSlices(this.analyses().finding(document), cancelToken);
      return this.analyses()
        .foundIn(document)
        .filter(({ finding }) => finding.severity !== 'note' || this.showsNotes(document))
        .map(({ finding, fabric }) => withPage(toDiagnostic(finding, this.documents, fabric)));
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      return [bugDiagnostic(error)];
    }
  }
}
