// What a token refers to, and who refers to a declaration; beyond Langium's own, the alias in `alias.Name`.
import {
  type AstNode,
  AstUtils,
  type CompositeCstNode,
  type CstNode,
  CstUtils,
  DefaultReferences,
  type FindReferencesOptions,
  type LangiumCoreServices,
  type Reference,
  type ReferenceDescription,
  type Stream,
  stream,
  UriUtils,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { allReferencesIn } from '../parse/index.ts';
import type { Symbols } from './symbols.ts';

export class FabricReferences extends DefaultReferences {
  private readonly symbols: () => Symbols;

  /** @param symbols asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumCoreServices, symbols: () => Symbols) {
    super(services);
    this.symbols = symbols;
  }

  override findDeclarations(leaf: CstNode): AstNode[] {
    const use = leaf.astNode.$type === 'TypeUse' ? (leaf.astNode as ast.TypeUse) : undefined;
    const alias = use === undefined ? undefined : aliasOf(use);
    if (use !== undefined && alias?.offset === leaf.offset) {
      const found = this.symbols().find(use, alias.text);
      return found === undefined ? [] : [found];
    }
    return super.findDeclarations(leaf);
  }

  /** Looks through the references of the loaded files: they are bound already, and the question is rare. */
  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    const found = options.includeDeclaration ? this.getSelfReferences(target) : [];
    const targetUri = AstUtils.getDocument(target).uri;
    const targetPath = this.nodeLocator.getAstNodePath(target);
    for (const document of this.documents.all) {
      if (options.documentUri !== undefined && !UriUtils.equals(document.uri, options.documentUri)) continue;
      for (const user of allReferencesIn(document.parseResult.value)) {
        const reference: Reference = user.$type === 'Segment' ? user.named : user.definition;
        if (reference.ref !== target || reference.$refNode === undefined) continue;
        found.push({
          sourceUri: document.uri,
          sourcePath: this.nodeLocator.getAstNodePath(reference.$refNode.astNode),
          targetUri,
          targetPath,
          segment: CstUtils.toDocumentSegment(reference.$refNode),
          local: UriUtils.equals(document.uri, targetUri),
        });
      }
    }
    if (target.$type === 'Import') found.push(...this.usesOf(target as ast.Import));
    return stream(found);
  }

  /** An alias is known in its own file alone. */
  private usesOf(target: ast.Import): ReferenceDescription[] {
    const { uri, parseResult } = AstUtils.getDocument(target);
    const targetPath = this.nodeLocator.getAstNodePath(target);
    const found: ReferenceDescription[] = [];
    for (const node of allReferencesIn(parseResult.value)) {
      const alias = node.$type === 'TypeUse' ? aliasOf(node) : undefined;
      if (alias === undefined || this.symbols().find(node, alias.text) !== target) continue;
      const segment = CstUtils.toDocumentSegment(alias);
      const sourcePath = this.nodeLocator.getAstNodePath(node);
      found.push({ sourceUri: uri, sourcePath, targetUri: uri, targetPath, segment, local: true });
    }
    return found;
  }
}

/** The token before the point in `alias.Name`. */
function aliasOf(use: ast.TypeUse): CstNode | undefined {
  const { $refText, $refNode } = use.definition;
  const [first] = (use.$cstNode as CompositeCstNode | undefined)?.content ?? [];
  return $refNode !== undefined &&
    first !== undefined &&
    first.offset < $refNode.offset &&
    $refText.startsWith(first.text)
    ? first
    : undefined;
}
