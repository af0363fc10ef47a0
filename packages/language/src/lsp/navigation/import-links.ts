// Import paths as links to the files they name, and rules of allowances as links to their pages.
import type { LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, isFolded, isUnread, wordExtentOf } from '../../parse/index.ts';
import { rulePageOf } from '../../reference/pages.ts';
import type { Imports } from '../../workspace/imports.ts';
import { rangeIn } from './declaration-place.ts';

export class ImportLinks implements DocumentLinkProvider {
  private readonly imports: Imports;

  constructor(imports: Imports) {
    this.imports = imports;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    return [...this.rules(document), ...this.files(document)];
  }

  /** The rules that allowances name, wherever they are. */
  private rules(document: LangiumDocument): DocumentLink[] {
    const found: DocumentLink[] = [];
    const visit = (statements: readonly ast.Statement[]): void => {
      for (const each of statements) {
        const extent = each.$type === 'Allow' ? wordExtentOf(each, 'rule') : undefined;
        const target = each.$type === 'Allow' ? rulePageOf(each.rule) : undefined;
        if (extent !== undefined && target !== undefined) found.push({ range: rangeIn(document, extent), target });
        if ('statements' in each && !isUnread(each) && !isFolded(each)) visit(each.statements);
      }
    };
    visit((document.parseResult.value as ast.FabricFile).statements);
    return found;
  }

  private files(document: LangiumDocument): DocumentLink[] {
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
