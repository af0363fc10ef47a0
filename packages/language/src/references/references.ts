// The declaration of a token and the references to a declaration; beyond Langium's own, the alias in `alias.Name`.
import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  DefaultReferences,
  type FindReferencesOptions,
  type LangiumCoreServices,
  type LangiumDocument,
  type ReferenceDescription,
  type Stream,
  stream,
  UriUtils,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { allReferencesIn, Leaf, type ReferringNode } from '../parse/index.ts';
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
      for (const node of usesIn(document, target)) {
        const { $refNode } = referenceOf(node);
        if ($refNode !== undefined) found.push(describe(node, $refNode, target));
      }
    }
    if (target.$type === 'Import') found.push(...this.referencesTo(target as ast.Import));
    return stream(found);
  }

  /** The nodes that refer to a declaration by its name, in all loaded files; through an alias of an import by the alias too. */
  *usesOf(target: AstNode): Iterable<ReferringNode> {
    if (target.$type === 'Import') yield* this.usesOfAlias(target as ast.Import).map(({ node }) => node);
    for (const document of this.documents.all) yield* usesIn(document, target);
  }

  protected override getSelfReferences(target: AstNode): ReferenceDescription[] {
    const name = this.nameProvider.getNameNode(target);
    return name === undefined ? [] : [describe(target, name, target)];
  }

  /** References to the alias of an import, which only its own file can use. */
  private referencesTo(target: ast.Import): ReferenceDescription[] {
    return this.usesOfAlias(target).map(({ node, alias }) => describe(node, alias, target));
  }

  private usesOfAlias(target: ast.Import): readonly { readonly node: ast.TypeUse; readonly alias: CstNode }[] {
    return allReferencesIn(AstUtils.getDocument(target).parseResult.value).flatMap((node) => {
      const alias = node.$type === 'TypeUse' ? aliasOf(node) : undefined;
      const isUse = node.$type === 'TypeUse' && alias !== undefined && this.symbols().find(node, alias.text) === target;
      return isUse ? [{ node, alias }] : [];
    });
  }
}

/** The nodes of a file that refer to a declaration. */
export function usesIn(document: LangiumDocument, target: AstNode): readonly ReferringNode[] {
  return allReferencesIn(document.parseResult.value).filter((node) => referenceOf(node).ref === target);
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
