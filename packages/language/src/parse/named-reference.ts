// A reference by name: five a line in files that programs write, so it is one small object, and its leaf of the concrete
// syntax is made only where somebody asks for it.
import { type AstNode, DocumentState, type Linker, type LinkingError, type Reference } from 'langium';
import { Leaf, type SyntaxNode } from './syntax-node.ts';

export class NamedReference<T extends AstNode = AstNode> implements Reference<T> {
  // Declared, not defined: a field that is defined and then set costs twice.
  declare readonly $refText: string;
  /** What it was found to mean; Langium's linker takes it back by this name. */
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
    return new Leaf(this.node, this.start, this.end, this.property);
  }

  get $nodeDescription(): undefined {
    return undefined;
  }

  private get property(): string {
    return this.node.$type === 'Segment' ? 'named' : 'definition';
  }

  /** Asked for before its document is linked. */
  private resolve(): AstNode | LinkingError | undefined {
    let root: AstNode = this.node;
    while (root.$container !== undefined) root = root.$container;
    if (root.$document === undefined) return undefined;
    const found = this.linker().getCandidate({ reference: this, container: this.node, property: this.property });
    if ('node' in found) {
      this._ref = found.node;
      return found.node;
    }
    // Names of other files may still come.
    if (root.$document.state >= DocumentState.ComputedScopes && 'info' in found) this._ref = found;
    return undefined;
  }
}

/** Whether a reference was bound; asked by reading, which is quicker than `in` for classes as many as these. */
function isNode(bound: AstNode | LinkingError): bound is AstNode {
  return (bound as AstNode).$type !== undefined;
}
