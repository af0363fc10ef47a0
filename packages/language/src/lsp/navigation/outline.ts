// The outline: what a file declares, nested as written. Of statements that stay over an edit it is kept.
import { visible } from '@lightloom/print/shown';
import type { AstNode, LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { type Extent, extentOf, isLongBody, nameExtentOf, wholeText } from '../../parse/index.ts';
import { type StatementType, statementSpec } from '../../syntax/index.ts';
import { detailOf, titleOf } from './outline-texts.ts';

/** Maximum of links one after the other that are shown one by one. Generated files have thousands, which nobody looks for by name. */
const maxLinks = 100;

/** How the outline shows a statement; undefined for one that it doesn't show. */
export function symbolKindOf(type: StatementType): SymbolKind | undefined {
  const { symbol } = statementSpec(type);
  return symbol === undefined ? undefined : SymbolKind[symbol];
}

/** What the outline says of a statement, wherever it is in the text. */
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly isOneLine: boolean;
  /** Where its name is, from its start on; undefined for one without. */
  readonly named: Extent | undefined;
}

export class OutlineProvider implements DocumentSymbolProvider {
  /** Of statements that are replaced where anything is edited in what this says of them. */
  private readonly rows = new WeakMap<AstNode, Row>();

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsOf(document, (document.parseResult.value as ast.FabricFile).statements);
  }

  private symbolsOf(document: LangiumDocument, statements: readonly ast.Statement[]): DocumentSymbol[] {
    const found: (DocumentSymbol | undefined)[] = [];
    for (let next = 0; next < statements.length; ) {
      const links = linksFrom(statements, next);
      const shown = statements.slice(next, next + Math.max(1, links));
      next += shown.length;
      if (links > maxLinks) found.push(this.run(document, shown));
      else for (const each of shown) found.push(this.symbol(document, each));
    }
    return found.filter((each) => each !== undefined);
  }

  private symbol(document: LangiumDocument, statement: ast.Statement): DocumentSymbol | undefined {
    const kind = symbolKindOf(statement.$type);
    if (kind === undefined) return undefined;
    const { name, detail, isOneLine, named } = this.rowOf(statement);
    if (name === '') return undefined;
    const extent = extentOf(statement);
    const range = rangeOf(document, extent, isOneLine);
    const at = range.start.character;
    const selectionRange =
      named === undefined
        ? range
        : isOneLine
          ? {
              start: { line: range.start.line, character: at + named.start },
              end: { line: range.start.line, character: at + named.end },
            }
          : rangeOf(document, { start: extent.start + named.start, end: extent.start + named.end }, false);
    const children = 'statements' in statement ? this.symbolsOf(document, statement.statements) : [];
    return { name, kind, detail, range, selectionRange, ...(children.length === 0 ? {} : { children }) };
  }

  /** Many links one after the other, as one. */
  private run(document: LangiumDocument, links: readonly ast.Statement[]): DocumentSymbol | undefined {
    const [first, last] = [links[0], links.at(-1)].map((each) => each && this.symbol(document, each));
    if (first === undefined || last === undefined) return undefined;
    return {
      ...first,
      name: `${links.length.toLocaleString('en')} links`,
      detail: `${first.name} … ${last.name}`,
      range: { start: first.range.start, end: last.range.end },
    };
  }

  private rowOf(statement: ast.Statement): Row {
    let row = this.rows.get(statement);
    if (row === undefined) this.rows.set(statement, (row = newRow(statement)));
    return row;
  }
}

function newRow(statement: ast.Statement): Row {
  const { start, end } = extentOf(statement);
  const named = 'name' in statement ? nameExtentOf(statement) : undefined;
  return {
    name: visible(titleOf(statement)),
    detail: visible(detailOf(statement)),
    isOneLine: !isLongBody(statement) && !/[\r\n]/.test(wholeText(statement).slice(start, end)),
    named: named === undefined ? undefined : { start: named.start - start, end: named.end - start },
  };
}

/** How many statements from one on are links. */
function linksFrom(statements: readonly ast.Statement[], from: number): number {
  let next = from;
  while (statements[next]?.$type === 'Link') next++;
  return next - from;
}

function rangeOf({ textDocument }: LangiumDocument, { start, end }: Extent, isOneLine: boolean): Range {
  const from = textDocument.positionAt(start);
  return {
    start: from,
    end: isOneLine ? { line: from.line, character: from.character + end - start } : textDocument.positionAt(end),
  };
}
