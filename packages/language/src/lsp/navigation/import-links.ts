// Import paths as links to the files they name.
import type { LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Imports } from '../../workspace/imports.ts';

export class ImportLinks implements DocumentLinkProvider {
  private readonly imports: Imports;

  constructor(imports: Imports) {
    this.imports = imports;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const { textDocument } = document;
    const text = textDocument.getText();
    return this.imports.of(document.parseResult.value as ast.FabricFile).flatMap((statement) => {
      const target = this.imports.documentOf(statement)?.uri;
      const { start, end } = extentOf(statement);
      const open = text.indexOf('"', start);
      const close = text.indexOf('"', open + 1);
      if (target === undefined || open < 0 || close < 0 || close > end) return [];
      return [
        {
          range: { start: textDocument.positionAt(open + 1), end: textDocument.positionAt(close) },
          target: target.toString(),
        },
      ];
    });
  }
}
