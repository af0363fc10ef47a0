// Renames the user's own declarations; names of the part library stay as they are.
import { libraryScheme } from '@lightloom/core';
import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import { ErrorCodes, type RenameParams, ResponseError, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { scan } from '../../parse/index.ts';
import { Kind } from '../../parse/tokens/token.ts';
import type { Symbols } from '../../references/symbols.ts';

export class FabricRenameProvider extends DefaultRenameProvider {
  private readonly symbols: Symbols;

  constructor(services: LangiumServices, symbols: Symbols) {
    super(services);
    this.symbols = symbols;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    this.refuseLibrary(document, params);
    const tokens = scan(params.newName);
    if (tokens.count !== 2 || tokens.kinds[0] !== Kind.name || tokens.problems.length > 0) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `\`${params.newName}\` isn't a valid name. Names consist of letters, digits, \`_\` and hyphens.`,
      );
    }
    const target = this.targetAt(document, params);
    const container = target?.$container;
    if (container !== undefined && this.symbols.declaredIn(container).get(params.newName) !== undefined) {
      throw new ResponseError(ErrorCodes.InvalidRequest, `\`${params.newName}\` is already declared here.`);
    }
    return super.rename(document, params);
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    this.refuseLibrary(document, params);
    return this.renameNodeRange(document, params.position);
  }

  /** Parts that ship with the tool keep their names. */
  private refuseLibrary(document: LangiumDocument, params: TextDocumentPositionParams): void {
    const target = this.targetAt(document, params);
    if (target !== undefined && AstUtils.getDocument(target).uri.scheme === libraryScheme) {
      throw new ResponseError(ErrorCodes.InvalidRequest, "This name belongs to the part library and can't be renamed.");
    }
  }

  /** The declaration that is renamed. */
  private targetAt(document: LangiumDocument, { position }: TextDocumentPositionParams): AstNode | undefined {
    const offset = document.textDocument.offsetAt(position);
    const leaf = CstUtils.findDeclarationNodeAtOffset(
      document.parseResult.value.$cstNode,
      offset,
      this.grammarConfig.nameRegexp,
    );
    return leaf === undefined ? undefined : this.references.findDeclarations(leaf)[0];
  }
}
