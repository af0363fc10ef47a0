// The outline: what a file declares, nested as it is written.
import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf } from '../parse/index.ts';

export const symbolKinds: Partial<Record<ast.Statement['$type'], SymbolKind>> = {
  TypeDeclaration: SymbolKind.Class,
  Template: SymbolKind.Module,
  Network: SymbolKind.Namespace,
  Instance: SymbolKind.Object,
  TemplateInstance: SymbolKind.Array,
  Ports: SymbolKind.Interface,
  Let: SymbolKind.Constant,
  Require: SymbolKind.Boolean,
  View: SymbolKind.File,
  Link: SymbolKind.Event,
};

export class OutlineProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsOf(document, (document.parseResult.value as ast.FabricFile).statements);
  }

  private symbolsOf(document: LangiumDocument, statements: readonly ast.Statement[]): DocumentSymbol[] {
    return statements.flatMap((statement) => {
      const kind = symbolKinds[statement.$type];
      const name = titleOf(statement);
      if (kind === undefined || name === '') return [];
      const range = this.range(document, extentOf(statement));
      const selectionRange = 'name' in statement ? this.range(document, nameExtentOf(statement as never)) : range;
      const children = 'statements' in statement ? this.symbolsOf(document, statement.statements) : [];
      return [{ name, kind, detail: detailOf(statement), range, selectionRange, children }];
    });
  }

  private range(document: LangiumDocument, { start, end }: { start: number; end: number }) {
    return { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(end) };
  }
}

function titleOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'Instance':
    case 'TemplateInstance':
    case 'Ports':
      return statement.name === ''
        ? ''
        : statement.name + statement.dimensions.map((each) => each.$cstNode?.text ?? '').join('');
    case 'Require':
      return `${statement.fact}(${statement.subject.$cstNode?.text ?? ''})`;
    case 'Link':
      return `${statement.from[0]?.$cstNode?.text ?? ''} to ${statement.to[0]?.$cstNode?.text ?? ''}`;
    default:
      return 'name' in statement ? (statement.name ?? '') : '';
  }
}

function detailOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'TypeDeclaration':
      return `${statement.kind} type${statement.base === undefined ? '' : ` is ${statement.base.definition.$refText}`}`;
    case 'Instance':
      return `${statement.kind}${statement.type === undefined ? '' : ` : ${statement.type.definition.$refText}`}`;
    case 'TemplateInstance':
      return statement.type.definition.$refText;
    case 'Network':
      return statement.kind ?? '';
    case 'Ports':
      return statement.cage.definition.$refText;
    case 'Require':
      return `${statement.comparator} ${statement.limit.$cstNode?.text ?? ''}`;
    case 'View':
      return statement.title ?? '';
    case 'Link':
      return statement.pattern?.name ?? 'pairs';
    case 'Template':
      return `template(${statement.parameters.map((each) => each.name).join(', ')})`;
    default:
      return '';
  }
}
