// The concrete syntax as far as Langium's rename, references, highlights and definition read it: they search a tree for
// the token at an offset, and ask for its range. The tree is made from the text, node by node, where a search leads.
import { signedAt } from '@lightloom/core';
import {
  type AstNode,
  type CompositeCstNode,
  type CstNode,
  isReference,
  type LeafCstNode,
  type Reference,
  type RootCstNode,
} from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { LineStarts } from '../tokens/line-starts.ts';
import { scan } from '../tokens/scan.ts';
import { Kind } from '../tokens/token.ts';
import { extentOf, type RootNode, rootOf, SyntaxNode, shiftOf, wholeText } from './syntax-node.ts';

abstract class Stretch implements CstNode {
  abstract readonly offset: number;
  abstract readonly end: number;
  abstract readonly astNode: SyntaxNode;
  readonly hidden = false;

  get length(): number {
    return this.end - this.offset;
  }
  get root(): RootCstNode {
    return rootStretch(this.astNode);
  }
  get text(): string {
    return wholeText(this.astNode).slice(this.offset, this.end);
  }
  get range(): Range {
    const { lines } = rootStretch(this.astNode);
    return { start: lines.position(this.offset), end: lines.position(this.end) };
  }
}

/** A token, or the text of a reference. */
export class Leaf extends Stretch implements LeafCstNode {
  readonly astNode: SyntaxNode;
  readonly offset: number;
  readonly end: number;
  /** The reference it writes; undefined for a token. */
  readonly reference: Reference | undefined;

  constructor(node: SyntaxNode, offset: number, end: number, reference?: Reference) {
    super();
    this.astNode = node;
    this.offset = offset;
    this.end = end;
    this.reference = reference;
  }

  /** Whether it is the name of its node. */
  get isName(): boolean {
    const { $name } = this.astNode;
    return $name >= 0 && this.offset === $name + shiftOf(this.astNode);
  }

  /** Langium recognizes a leaf by its having one; it reads it of comments, which are not part of this tree. */
  get tokenType(): LeafCstNode['tokenType'] {
    return tokenType;
  }
}
const tokenType: LeafCstNode['tokenType'] = { name: 'TOKEN' };

class Composite extends Stretch implements CompositeCstNode {
  readonly astNode: SyntaxNode;
  private children: readonly CstNode[] | undefined;

  constructor(node: SyntaxNode) {
    super();
    this.astNode = node;
  }

  get offset(): number {
    return extentOf(this.astNode).start;
  }
  get end(): number {
    return extentOf(this.astNode).end;
  }

  /** The child nodes, and a leaf for each token between them. */
  get content(): readonly CstNode[] {
    this.children ??= contentOf(this.astNode);
    return this.children;
  }
}

class Root extends Composite implements RootCstNode {
  readonly fullText: string;
  /** Those of its nodes: in the next tree of the text, a node that it shares with this one may be elsewhere. */
  readonly composites = new Map<AstNode, Composite>();
  private starts: LineStarts | undefined;

  constructor(node: SyntaxNode) {
    super(node);
    this.fullText = wholeText(node);
  }

  /** Where its lines start, once somebody asks for a range. */
  get lines(): LineStarts {
    this.starts ??= new LineStarts(this.fullText);
    return this.starts;
  }
}

const roots = new WeakMap<AstNode, Root>();

function rootStretch(node: SyntaxNode): Root {
  const root = rootOf(node) as RootNode;
  let found = roots.get(root);
  if (found === undefined) roots.set(root, (found = new Root(root)));
  return found;
}

function compositeOf(node: SyntaxNode): Composite {
  const root = rootStretch(node);
  if (node.$container === undefined) return root;
  const { composites } = root;
  let found = composites.get(node);
  if (found === undefined) composites.set(node, (found = new Composite(node)));
  return found;
}

Object.defineProperty(SyntaxNode.prototype, '$cstNode', {
  get(this: SyntaxNode): Composite {
    return compositeOf(this);
  },
});

function contentOf(node: SyntaxNode): CstNode[] {
  const { nodes, references } = childrenOf(node);
  const text = wholeText(node);
  const found: CstNode[] = [];
  const addLeaves = (from: number, to: number): void => {
    const between = text.slice(from, to);
    // Between most statements there is a line break and nothing else.
    if (!/\S/.test(between)) return;
    const tokens = scan(between);
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kinds[i] === Kind.end) continue;
      const start = from + signedAt(tokens.starts, i);
      const reference = references.find((leaf) => leaf.offset <= start && start < leaf.end);
      if (reference === undefined) found.push(new Leaf(node, start, from + signedAt(tokens.ends, i)));
      else if (found.at(-1) !== reference) found.push(reference);
    }
  };
  const { start, end } = extentOf(node);
  let at = start;
  for (const child of nodes) {
    const extent = extentOf(child);
    addLeaves(at, extent.start);
    found.push(compositeOf(child));
    at = Math.max(at, extent.end);
  }
  addLeaves(at, end);
  return found;
}

/** The nodes directly below a node, in the order of the text, and the leaves of its references. */
function childrenOf(node: SyntaxNode): { readonly nodes: SyntaxNode[]; readonly references: Leaf[] } {
  node.$unfold();
  const nodes: SyntaxNode[] = [];
  const references: Leaf[] = [];
  for (const [feature, value] of Object.entries(node)) {
    if (feature.startsWith('$')) continue;
    if (isReference(value) && value.$refNode instanceof Leaf) references.push(value.$refNode);
    for (const each of Array.isArray(value) ? value : [value])
      if (each instanceof SyntaxNode && each.$end > each.$start) nodes.push(each);
  }
  const startOf = (each: SyntaxNode): number => each.$start + each.$shift;
  return { nodes: nodes.sort((a, b) => startOf(a) - startOf(b)), references };
}
