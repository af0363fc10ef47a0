// A reference by name: a line of a generated file holds five, so it is one small object, and its leaf of the concrete
// syntax is made only when it is asked for.
import { type AstNode, DocumentState, type Linker, type LinkingError, type Reference } from 'langium';
import { Leaf } from './concrete-syntax.ts';
import { rootOf, type SyntaxNode, shiftOf } from './syntax-node.ts';

export class NamedReference<T extends AstNode = AstNode> implements Reference<T> {
  // Declared, not defined: a field that is defined and then set costs twice.
  declare readonly $refText: string;
  /** What it is bound to; Langium's linker resets it by this name. */
  declare _ref: AstNode | LinkingError | undefined;
  declare private readonly node: SyntaxNode;
  declare private readonly linker: () => Linker;
  declare private readonly start: number;
  declare private readonly end: number;

  constructor(linker: () => Linker, node: SyntaxNode, text: string, start: number, end: number) {
    this.$refText = text;
    this._ref = undefined;
    this.node = node;
    this.linker = linker;
    this.start = start;
    this.end = end;
  }

  get ref(): T | undefined {
    const known = this._ref ?? this.resolve();
    return known !== undefined && isNode(known) ? (known as T) : undefined;
  }

  get error(): LinkingError | undefined {
    const known = this._ref;
    return known !== undefined && !isNode(known) ? known : undefined;
  }

  get $refNode(): Leaf {
    const shift = shiftOf(this.node);
    return new Leaf(this.node, this.start + shift, this.end + shift, this);
  }

  get $nodeDescription(): undefined {
    return undefined;
  }

  /** Binds a reference that is read before its document is linked. */
  private resolve(): AstNode | LinkingError | undefined {
    const { $document: document } = rootOf(this.node);
    if (document === undefined) return undefined;
    const property = this.node.$type === 'Segment' ? 'named' : 'definition';
    const found = this.linker().getCandidate({ reference: this, container: this.node, property });
    if ('node' in found) {
      this._ref = found.node;
      return found.node;
    }
    // Names of other files may still come.
    if (document.state >= DocumentState.ComputedScopes && 'info' in found) this._ref = found;
    return undefined;
  }
}

/** Whether a reference was bound; a plain read, which is faster than `in` for classes as many as these. */
function isNode(bound: AstNode | LinkingError): bound is AstNode {
  return (bound as AstNode).$type !== undefined;
}
