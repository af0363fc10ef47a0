// Go to definition; from an import path, to the file.
import { CstUtils, type LangiumDocument, type MaybePromise } from 'langium';
import { DefaultDefinitionProvider, type LangiumServices } from 'langium/lsp';
import type { DefinitionParams } from 'vscode-languageserver';
import type { LocationLink, Range } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import type { Imports } from '../../workspace/imports.ts';

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class FabricDefinitionProvider extends DefaultDefinitionProvider {
  private readonly imports: Imports;

  constructor(services: LangiumServices, imports: Imports) {
    super(services);
    this.imports = imports;
  }

  override getDefinition(
    document: LangiumDocument,
    params: DefinitionParams,
  ): MaybePromise<LocationLink[] | undefined> {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(params.position);
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
    if (leaf?.astNode.$type !== 'Import' || !leaf.text.startsWith('"')) return super.getDefinition(document, params);
    const target = this.imports.documentOf(leaf.astNode as ast.Import)?.uri.toString();
    return target === undefined
      ? undefined
      : [{ targetUri: target, targetRange: top, targetSelectionRange: top, originSelectionRange: leaf.range }];
  }
}
