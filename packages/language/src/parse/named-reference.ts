// A reference by name: five a line in files that programs write, so it is one small object, and its leaf of the concrete
// syntax is made only where somebody asks for it.
import { type AstNode, DocumentState, type Linker, type LinkingError, type Reference } from 'langium';
import { Leaf, type SyntaxNode } from './syntax-node.ts';

export class NamedReference<T extends AstNode = AstNode> implements Reference<T> {
  readonly $refText: string;
  /** What it was found to mean; Langium's linker takes it back by this name. */
  _ref: AstNode | LinkingError | undefined;
  private readonly node: SyntaxNode;
  private readonly linker: () => Linker;
  private readonly start: number;
  private readonly end: number;

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
    return known !== undefined && '$type' in known ? (known as T) : undefined;
  }

  get error(): LinkingError | undefined {
    const known = this._ref;
    return known !== undefined && !('$type' in known) ? known : undefined;
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
