// The declaration of a token and the references to a declaration; beyond Langium's own, the alias in `alias.Name`.
import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  DefaultReferences,
  type FindReferencesOptions,
  type LangiumCoreServices,
  type ReferenceDescription,
  type Stream,
  stream,
  UriUtils,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { allReferencesIn, Leaf } from '../parse/index.ts';
import { referenceOf } from './binding.ts';
import type { Symbols } from './symbols.ts';

export class FabricReferences extends DefaultReferences {
  private readonly symbols: () => Symbols;

  /** @param symbols asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumCoreServices, symbols: () => Symbols) {
    super(services);
    this.symbols = symbols;
  }

  /** The declaration that a leaf names: by its alias, by its reference, or as its own name. */
  override findDeclarations(leaf: CstNode): AstNode[] {
    if (!(leaf instanceof Leaf)) return [];
    const use = leaf.astNode.$type === 'TypeUse' ? (leaf.astNode as AstNode as ast.TypeUse) : undefined;
    const alias = use === undefined ? undefined : aliasOf(use);
    const found =
      use !== undefined && alias?.offset === leaf.offset
        ? this.symbols().find(use, alias.text)
        : leaf.reference !== undefined
          ? leaf.reference.ref
          : leaf.isName
            ? leaf.astNode
            : undefined;
    return found === undefined ? [] : [found];
  }

  /** Searches the loaded files: their references are bound already, and this is rarely asked for. */
  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    const found = options.includeDeclaration ? this.getSelfReferences(target) : [];
    for (const document of this.documents.all) {
      if (options.documentUri !== undefined && !UriUtils.equals(document.uri, options.documentUri)) continue;
      for (const node of allReferencesIn(document.parseResult.value)) {
        const reference = referenceOf(node);
        if (reference.ref === target && reference.$refNode !== undefined)
          found.push(describe(node, reference.$refNode, target));
      }
    }
    if (target.$type === 'Import') found.push(...this.referencesTo(target as ast.Import));
    return stream(found);
  }

  protected override getSelfReferences(target: AstNode): ReferenceDescription[] {
    const name = this.nameProvider.getNameNode(target);
    return name === undefined ? [] : [describe(target, name, target)];
  }

  /** References to the alias of an import, which only its own file can use. */
  private referencesTo(target: ast.Import): ReferenceDescription[] {
    return allReferencesIn(AstUtils.getDocument(target).parseResult.value).flatMap((node) => {
      const alias = node.$type === 'TypeUse' ? aliasOf(node) : undefined;
      const isUse = alias !== undefined && this.symbols().find(node, alias.text) === target;
      return isUse ? [describe(node, alias, target)] : [];
    });
  }
}

/** Where a node refers to a target. Langium reads the place; the paths in the trees are for an index, which isn't kept. */
function describe(node: AstNode, at: CstNode, target: AstNode): ReferenceDescription {
  const [sourceUri, targetUri] = [AstUtils.getDocument(node).uri, AstUtils.getDocument(target).uri];
  return {
    sourceUri,
    sourcePath: '',
    targetUri,
    targetPath: '',
    segment: CstUtils.toDocumentSegment(at),
    local: UriUtils.equals(sourceUri, targetUri),
  };
}

/** The token before the dot in `alias.Name`. */
function aliasOf(use: ast.TypeUse): CstNode | undefined {
  const { $refText, $refNode } = use.definition;
  const root = use.$cstNode;
  const first = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, root.offset);
  return $refNode !== undefined &&
    first !== undefined &&
    first.offset < $refNode.offset &&
    $refText.startsWith(first.text)
    ? first
    : undefined;
}
