// The outline: what a file declares, nested as written.
import { visible } from '@lightloom/print/shown';
import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, type FoldedLink, foldedLink, nameExtentOf, textOfNode } from '../../parse/index.ts';
import { type StatementType, statementSpec } from '../../syntax/index.ts';

/** How the outline shows a statement; undefined for one that it doesn't show. */
export function symbolKindOf(type: StatementType): SymbolKind | undefined {
  const { symbol } = statementSpec(type);
  return symbol === undefined ? undefined : SymbolKind[symbol];
}

export class OutlineProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsOf(document, (document.parseResult.value as ast.FabricFile).statements);
  }

  private symbolsOf(document: LangiumDocument, statements: readonly ast.Statement[]): DocumentSymbol[] {
    return statements.flatMap((statement) => {
      const kind = symbolKindOf(statement.$type);
      const folded = foldedLink(statement);
      if (folded !== undefined && kind !== undefined) return [this.folded(document, statement, folded, kind)];
      const name = titleOf(statement);
      if (kind === undefined || name === '') return [];
      const range = this.range(document, extentOf(statement));
      const selectionRange = 'name' in statement ? this.range(document, nameExtentOf(statement)) : range;
      const children = 'statements' in statement ? this.symbolsOf(document, statement.statements) : [];
      return [{ name: visible(name), kind, detail: visible(detailOf(statement)), range, selectionRange, children }];
    });
  }

  /** A deferred link, which needn't be read in full. */
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

/** The text before the body: `for i in 1..8`. */
function headOf(statement: ast.For | ast.If | ast.Else): string {
  const text = textOfNode(statement);
  const brace = text.indexOf('{');
  return (brace < 0 ? text : text.slice(0, brace)).trim().replace(/\s+/g, ' ');
}

function titleOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'Instance':
    case 'TemplateInstance':
    case 'Ports':
      return statement.name === '' ? '' : statement.name + statement.dimensions.map(textOfNode).join('');
    case 'Override':
      return statement.of.map(textOfNode).join(', ');
    case 'Require':
      return textOfNode(statement.value);
    case 'Link':
      return [statement.from[0], statement.to[0]]
        .map(textOfNode)
        .filter((each) => each !== '')
        .join(' to ');
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
      return `${statement.comparator} ${textOfNode(statement.limit)}`;
    case 'View':
    case 'Phase':
      return statement.title ?? '';
    case 'Link':
      return statement.pattern?.name ?? 'pairs';
    case 'Template':
      return `template(${statement.parameters.map((each) => each.name).join(', ')})`;
    default:
      return '';
  }
}
