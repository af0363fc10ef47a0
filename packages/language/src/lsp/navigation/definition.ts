// Go to definition; from an import path, to the file; from a property, a rule, to its page.
import type { AstNode, LangiumDocument, MaybePromise } from 'langium';
import { DefaultDefinitionProvider, type LangiumServices } from 'langium/lsp';
import type { DefinitionParams } from 'vscode-languageserver';
import type { LocationLink, Range } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import type { Leaf } from '../../parse/index.ts';
import { propertyPageOf, rulePageOf } from '../../reference/pages.ts';
import { kindOfBody, propertyOf } from '../../syntax/index.ts';
import type { Imports } from '../../workspace/imports.ts';
import { leafAt } from './leaf-at.ts';

/** Where a definition is: a file and a line of it. */
interface Target {
  readonly uri: string;
  readonly line: number;
}

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
    const leaf = leafAt(document, params.position);
    const target = leaf === undefined ? undefined : (this.importedAt(leaf) ?? pageAt(leaf));
    if (leaf === undefined || target === undefined) return super.getDefinition(document, params);
    if (target === 'nowhere') return undefined;
    const start = { line: target.line, character: 0 };
    const range: Range = { start, end: start };
    return [
      { targetUri: target.uri, targetRange: range, targetSelectionRange: range, originSelectionRange: leaf.range },
    ];
  }

  /** The file that the path of an import leads to. */
  private importedAt(leaf: Leaf): Target | 'nowhere' | undefined {
    if (leaf.astNode.$type !== 'Import' || !leaf.text.startsWith('"')) return undefined;
    const uri = this.imports.documentOf(leaf.astNode as AstNode as ast.Import)?.uri.toString();
    return uri === undefined ? 'nowhere' : { uri, line: 0 };
  }
}

/** The page of a property at its name, or of the rule that an allowance names. */
function pageAt(leaf: Leaf): Target | undefined {
  const node: AstNode = leaf.astNode;
  if (node.$type === 'Property' && leaf.isName) {
    const { name, $container } = node as ast.Property;
    const kind = kindOfBody($container);
    return kind === undefined || propertyOf(kind, name) === undefined ? undefined : propertyPageOf(kind, name);
  }
  const { rule = '' } = node.$type === 'Allow' ? (node as ast.Allow) : {};
  const uri = rule !== '' && rule.split('/').includes(leaf.text) ? rulePageOf(rule) : undefined;
  return uri === undefined ? undefined : { uri, line: 0 };
}
