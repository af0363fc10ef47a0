// What a token refers to, and who refers to a declaration; beyond Langium's own, the alias in `alias.Name`.
import {
  type AstNode,
  AstUtils,
  type CompositeCstNode,
  type CstNode,
  CstUtils,
  DefaultReferences,
  type FindReferencesOptions,
  type ReferenceDescription,
  type Stream,
  stream,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import type { FabricServices } from '../services.ts';
import type { Symbols } from './symbols.ts';

export class FabricReferences extends DefaultReferences {
  private readonly symbols: () => Symbols;

  constructor(services: FabricServices) {
    super(services);
    this.symbols = () => services.references.Symbols;
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

  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    const found = super.findReferences(target, options);
    return target.$type === 'Import' ? found.concat(stream(this.usesOf(target as ast.Import))) : found;
  }

  /** An alias is known in its own file alone. */
  private usesOf(target: ast.Import): ReferenceDescription[] {
    const { uri, parseResult } = AstUtils.getDocument(target);
    const targetPath = this.nodeLocator.getAstNodePath(target);
    const found: ReferenceDescription[] = [];
    for (const node of AstUtils.streamAllContents(parseResult.value)) {
      const alias = node.$type === 'TypeUse' ? aliasOf(node as ast.TypeUse) : undefined;
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
