// The outline: what a file declares, nested as it is written.
import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { extentOf, type FoldedLink, foldedLink, nameExtentOf } from '../parse/index.ts';

export const symbolKinds: Partial<Record<ast.Statement['$type'], SymbolKind>> = {
  TypeDeclaration: SymbolKind.Class,
  Template: SymbolKind.Module,
  Network: SymbolKind.Namespace,
  Instance: SymbolKind.Object,
  TemplateInstance: SymbolKind.Array,
  Override: SymbolKind.Property,
  Ports: SymbolKind.Interface,
  Let: SymbolKind.Constant,
  Require: SymbolKind.Boolean,
  View: SymbolKind.File,
  Link: SymbolKind.Event,
  For: SymbolKind.Operator,
  If: SymbolKind.Operator,
  Else: SymbolKind.Operator,
};

export class OutlineProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsOf(document, (document.parseResult.value as ast.FabricFile).statements);
  }

  private symbolsOf(document: LangiumDocument, statements: readonly ast.Statement[]): DocumentSymbol[] {
    return statements.flatMap((statement) => {
      const kind = symbolKinds[statement.$type];
      const folded = foldedLink(statement);
      if (folded !== undefined && kind !== undefined) return [this.folded(document, statement, folded, kind)];
      const name = titleOf(statement);
      if (kind === undefined || name === '') return [];
      const range = this.range(document, extentOf(statement));
      const selectionRange = 'name' in statement ? this.range(document, nameExtentOf(statement as never)) : range;
      const children = 'statements' in statement ? this.symbolsOf(document, statement.statements) : [];
      return [{ name, kind, detail: detailOf(statement), range, selectionRange, children }];
    });
  }

  /** A link that is not read in full, and need not be. */
  private folded(
    document: LangiumDocument,
    statement: ast.Statement,
    { from, to }: FoldedLink,
    kind: SymbolKind,
  ): DocumentSymbol {
    const text = document.textDocument.getText();
    const range = this.range(document, extentOf(statement));
    const name = `${text.slice(from.start, from.end)} to ${text.slice(to.start, to.end)}`;
    return { name, kind, detail: 'pairs', range, selectionRange: range, children: [] };
  }

  private range(document: LangiumDocument, { start, end }: { start: number; end: number }) {
    return { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(end) };
  }
}

/** What stands before the body: `for i in 1..8`. */
function headOf(statement: ast.For | ast.If | ast.Else): string {
  const text = statement.$cstNode?.text ?? '';
  const brace = text.indexOf('{');
  return (brace < 0 ? text : text.slice(0, brace)).trim().replace(/\s+/g, ' ');
}

function titleOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'Instance':
    case 'TemplateInstance':
    case 'Ports':
      return statement.name === ''
        ? ''
        : statement.name + statement.dimensions.map((each) => each.$cstNode?.text ?? '').join('');
    case 'Override':
      return statement.of.map((each) => each.$cstNode?.text ?? '').join(', ');
    case 'Require':
      return `${statement.fact}(${statement.subject.$cstNode?.text ?? ''})`;
    case 'Link':
      return [statement.from[0], statement.to[0]].flatMap((each) => each?.$cstNode?.text ?? []).join(' to ');
    case 'For':
    case 'If':
    case 'Else':
      return headOf(statement);
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
    case 'Override':
      return statement.statements.map((each) => (each.$type === 'Property' ? each.name : '')).join(', ');
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
