// Quick fixes: the edits that findings offer, at the place of the finding.
import type { Finding, Fix } from '@lightloom/core';
import { type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { Analyses } from '../../analysis/analyses.ts';
import { rangeOf } from '../../diagnostics/to-diagnostic.ts';
import { toTextEdit } from '../../diagnostics/to-text-edit.ts';

export class QuickFixes implements CodeActionProvider {
  private readonly analyses: Analyses;
  private readonly documents: LangiumDocuments;

  constructor(analyses: Analyses, documents: LangiumDocuments) {
    this.analyses = analyses;
    this.documents = documents;
  }

  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const { only } = params.context;
    if (only !== undefined && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
    const start = document.textDocument.offsetAt(params.range.start);
    const end = document.textDocument.offsetAt(params.range.end);
    return this.analyses
      .findingsIn(document)
      .filter(({ origin }) => origin.start <= end && start <= origin.end)
      .flatMap((finding) => finding.fixes.map((fix, rank) => this.action(finding, { fix, rank }, params)))
      .filter((each) => each !== undefined);
  }

  private action(
    finding: Finding,
    { fix, rank }: { readonly fix: Fix; readonly rank: number },
    { context }: CodeActionParams,
  ): CodeAction | undefined {
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of fix.edits) {
      const { uri } = edit.origin;
      const document = this.documents.getDocument(URI.parse(uri));
      if (document === undefined) return undefined;
      changes[uri] = [...(changes[uri] ?? []), toTextEdit(edit, document)];
    }
    const { start } = rangeOf(this.documents, finding.origin) ?? {};
    const diagnostics = context.diagnostics.filter(
      (each) =>
        each.code === finding.rule &&
        each.range.start.line === start?.line &&
        each.range.start.character === start.character,
    );
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: rank === 0 && fix.changesDesign !== true,
      diagnostics,
      edit: { changes },
    };
  }
}
