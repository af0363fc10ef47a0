// Renames the user's own declarations; names of the part library and words of the language stay as they are.
import { libraryScheme } from '@lightloom/core';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import { ErrorCodes, type RenameParams, ResponseError, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { scan } from '../../parse/index.ts';
import { Kind } from '../../parse/tokens/token.ts';
import { leafAt } from '../navigation/leaf-at.ts';
import type { Clashes } from './clashes.ts';

export class FabricRenameProvider extends DefaultRenameProvider {
  private readonly clashes: Clashes;

  constructor(services: LangiumServices, clashes: Clashes) {
    super(services);
    this.clashes = clashes;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    const target = this.targetAt(document, params);
    const tokens = scan(params.newName);
    if (tokens.count !== 2 || tokens.kinds[0] !== Kind.name || tokens.problems.length > 0) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `\`${params.newName}\` isn't a valid name. Names consist of letters, digits, \`_\` and hyphens.`,
      );
    }
    const clash = ast.isNamed(target) ? this.clashes.of(target, params.newName) : undefined;
    if (clash !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, clash);
    return super.rename(document, params);
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    this.targetAt(document, params);
    return this.renameNodeRange(document, params.position);
  }

  /** The declaration that is renamed; undefined where none is named. Throws where the name isn't the user's. */
  private targetAt(document: LangiumDocument, { position }: TextDocumentPositionParams): AstNode | undefined {
    const leaf = leafAt(document, position);
    const target = leaf === undefined ? undefined : this.references.findDeclarations(leaf)[0];
    if (target?.$type === 'Property') {
      const { name } = target as ast.Property;
      throw new ResponseError(
        ErrorCodes.InvalidRequest,
        `\`${name}\` is a property, a word of the language, and can't be renamed.`,
      );
    }
    // Parts that ship with the tool keep their names.
    if (target !== undefined && AstUtils.getDocument(target).uri.scheme === libraryScheme)
      throw new ResponseError(ErrorCodes.InvalidRequest, "This name belongs to the part library and can't be renamed.");
    return target;
  }
}
