// Binds names to declarations, through Langium's references: definition, references and rename follow from them.
import {
  type AstNode,
  type AstNodeDescription,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  type LangiumCoreServices,
  type LangiumDocument,
  type LinkingError,
  type Reference,
  type ReferenceInfo,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { type ReferringNode, referencesIn, rootOf, syntaxProblemsOf } from '../parse/index.ts';
import type { Named, Symbols } from './symbols.ts';

/** A reference as Langium's linker makes it. */
type Bound = Reference & { _ref?: AstNode | LinkingError };

export class FabricLinker extends DefaultLinker {
  private readonly symbols: () => Symbols;
  /** The same once asked for: to look a service up costs more than to bind a name. */
  private known: Symbols | undefined;

  /** @param symbols asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumCoreServices, symbols: () => Symbols) {
    super(services);
    this.symbols = symbols;
  }

  /** Visits the tree directly: a stream and a promise for each node cost more than the linking. */
  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    const file = document.parseResult.value as ast.FabricFile;
    this.known = this.symbols();
    this.known.startOver(document);
    const nodes = referencesIn(file);
    const broken = syntaxProblemsOf(document).length > 0;
    for (let i = 0; i < nodes.length; i++) {
      if (i % 1024 === 0) await interruptAndCheck(cancelToken);
      this.bind(nodes[i] as ReferringNode, document, broken);
    }
  }

  /** Those of statements that were read in full later are none of the document's. */
  override unlink(document: LangiumDocument): void {
    for (const node of referencesIn(document.parseResult.value)) referenceOf(node)._ref = undefined;
    super.unlink(document);
  }

  /** Sets what a reference means, without a description of it that nobody would read. */
  private bind(node: ReferringNode, document: LangiumDocument, broken: boolean): void {
    const property = node.$type === 'Segment' ? 'named' : 'definition';
    const reference = referenceOf(node);
    // It may have been asked for before.
    if (reference._ref !== undefined) {
      document.references.push(reference);
      return;
    }
    const name = reference.$refText;
    // What the parser read and did not use, where the text is broken, means nothing.
    if (broken && rootOf(node) !== document.parseResult.value) return;
    reference._ref = (name === '' ? undefined : this.find(node, name)) ?? {
      info: { reference, container: node, property },
      message: `\`${name}\` is not known here.`,
    };
    document.references.push(reference);
  }

  override getCandidate(info: ReferenceInfo): AstNodeDescription | LinkingError {
    const name = info.reference.$refText;
    const found = name === '' ? undefined : this.find(info.container, name);
    if (found === undefined) return { info, message: `\`${name}\` is not known here.` };
    return { node: found, name, type: found.$type, documentUri: this.symbols().documentOf(found).uri, path: '' };
  }

  private find(container: AstNode, name: string): Named | undefined {
    const symbols = (this.known ??= this.symbols());
    if (container.$type !== 'Segment') return symbols.find(container, name);
    const selector = container.$container as ast.Selector;
    if (selector.segments[0] === container) return symbols.find(selector.$container, name);
    const before = selector.segments[selector.segments.indexOf(container as ast.Segment) - 1];
    const target = before?.$type === 'Segment' ? before.named?.ref : undefined;
    if (target === undefined) return undefined;
    // A loop has branches and points; only the branches are declared.
    if (target.$type === 'Instance' && target.kind === 'loop') return symbols.declaredIn(target).get(name);
    return symbols.members(target)?.get(name);
  }
}

function referenceOf(node: ReferringNode): Bound {
  return node.$type === 'Segment' ? node.named : node.definition;
}
