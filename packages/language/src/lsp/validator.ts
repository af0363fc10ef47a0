// The bridge from the analysis to the editor's diagnostics: one call a document, whatever is wrong with it.
import { inLibrary } from '@lightloom/core';
import { DefaultDocumentValidator, type LangiumDocument, type LangiumDocuments } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analyses } from '../analysis/analyses.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import type { FabricEditorServices } from '../services/services.ts';

/** What to show when the analysis itself fails: the editor goes on, and the person knows why nothing is checked. */
function ownFault(error: unknown): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source: 'lightloom',
    message: `The analysis failed: ${error instanceof Error ? error.message : String(error)}.\nhelp: This is a defect of the tool and not of the design; please report it.`,
  };
}

export class FabricValidator extends DefaultDocumentValidator {
  private readonly analyses: () => Analyses;
  private readonly documents: LangiumDocuments;

  constructor(services: FabricEditorServices) {
    super(services);
    this.analyses = () => services.workspace.Analyses;
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override async validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    // The library is its authors' to check, in a test.
    if (inLibrary({ uri: document.uri.toString(), start: 0, end: 0 })) return [];
    try {
      return this.analyses()
        .findingsIn(document)
        .map((each) => toDiagnostic(each, this.documents));
    } catch (error) {
      return [ownFault(error)];
    }
  }
}
