// Binds names to declarations, through Langium's references: definition, references and rename follow from them.
import {
  type AstNode,
  type AstNodeDescription,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  type LangiumDocument,
  type LinkingError,
  type ReferenceInfo,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import type { FabricServices } from '../services.ts';
import type { Named, Symbols } from './symbols.ts';

export class FabricLinker extends DefaultLinker {
  private readonly symbols: () => Symbols;

  constructor(services: FabricServices) {
    super(services);
    this.symbols = () => services.references.Symbols;
  }

  /** Visits the tree directly: a stream and a promise for each node cost more than the linking. */
  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    const file = document.parseResult.value as ast.FabricFile;
    this.symbols().startOver(document);
    for (let i = 0; i < file.statements.length; i++) {
      if (i % 256 === 0) await interruptAndCheck(cancelToken);
      this.linkBelow(file.statements[i] as AstNode, document);
    }
  }

  private linkBelow(node: AstNode, document: LangiumDocument): void {
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith('$') || typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) for (const each of value) this.linkBelow(each as AstNode, document);
      else if ('$refText' in value) this.doLink({ reference: value, container: node, property }, document);
      else if ('$type' in value) this.linkBelow(value as AstNode, document);
    }
  }

  override getCandidate(info: ReferenceInfo): AstNodeDescription | LinkingError {
    const name = info.reference.$refText;
    const found = name === '' ? undefined : this.find(info.container, name);
    if (found === undefined) return { info, message: `\`${name}\` is not known here.` };
    return describe(found, name, () => this.astNodeLocator.getAstNodePath(found), this.symbols());
  }

  private find(container: AstNode, name: string): Named | undefined {
    if (container.$type !== 'Segment') return this.symbols().find(container, name);
    const selector = container.$container as ast.Selector;
    const index = container.$containerIndex ?? 0;
    if (index === 0) return this.symbols().find(selector.$container, name);
    const before = selector.segments[index - 1];
    const target = before?.$type === 'Segment' ? before.named?.ref : undefined;
    return target === undefined ? undefined : this.symbols().members(target)?.get(name);
  }
}

/** A description with its path made only where the index asks for it. */
function describe(node: Named, name: string, path: () => string, symbols: Symbols): AstNodeDescription {
  return {
    node,
    name,
    type: node.$type,
    documentUri: symbols.documentOf(node).uri,
    get path() {
      return path();
    },
  };
}
