// Symbols of the whole workspace: what its files declare, by name.
import type { LangiumDocuments } from 'langium';
import type { FuzzyMatcher, LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbolParams } from 'vscode-languageserver';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { nameExtentOf } from '../../parse/index.ts';
import { symbolKindOf } from './outline.ts';

/** Maximum of symbols in one answer: whoever sees so many types on. */
const maxSymbols = 500;

export class DeclarationSearch implements WorkspaceSymbolProvider {
  private readonly documents: LangiumDocuments;
  private readonly matcher: FuzzyMatcher;

  constructor(services: LangiumSharedServices) {
    this.documents = services.workspace.LangiumDocuments;
    this.matcher = services.lsp.FuzzyMatcher;
  }

  getSymbols({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
    const found: WorkspaceSymbol[] = [];
    for (const document of this.documents.all) {
      const visit = (statements: readonly ast.Statement[], containerName: string): void => {
        for (const each of statements) {
          if (found.length >= maxSymbols) return;
          const name = ast.isNamed(each) && each.$type !== 'Import' ? (each.name ?? '') : '';
          if (name !== '' && this.matcher.match(query, name)) {
            const { start, end } = nameExtentOf(each);
            const range = {
              start: document.textDocument.positionAt(start),
              end: document.textDocument.positionAt(end),
            };
            const kind = symbolKindOf(each.$type) ?? SymbolKind.Variable;
            found.push({ name, kind, containerName, location: { uri: document.uri.toString(), range } });
          }
          if ('statements' in each) visit(each.statements, name);
        }
      };
      visit((document.parseResult.value as ast.FabricFile).statements ?? [], '');
    }
    return found;
  }
}
