// The bridge from the analysis to the editor's diagnostics: one call a document, whatever is wrong with it.
import { inLibrary } from '@lightloom/core';
import { DefaultDocumentValidator, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import type { FabricEditorServices } from '../services.ts';
import type { Analyses } from '../workspace/analyses.ts';

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
    return this.analyses()
      .findingsIn(document)
      .map((each) => toDiagnostic(each, this.documents));
  }
}
