// Binds names to declarations, through Langium's references: definition, references and rename follow from them.
import {
  type AstNode,
  type AstNodeDescription,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  type LangiumDocument,
  type LinkingError,
  type Reference,
  type ReferenceInfo,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { usersIn } from '../parse/index.ts';
import type { FabricServices } from '../services.ts';
import type { Named, Symbols } from './symbols.ts';

type User = ast.Segment | ast.TypeUse;
/** A reference as Langium's linker makes it. */
type Bound = Reference & { _ref?: AstNode | LinkingError };

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
    const users = usersIn(file);
    for (let i = 0; i < users.length; i++) {
      if (i % 1024 === 0) await interruptAndCheck(cancelToken);
      this.bind(users[i] as User, document);
    }
  }

  /** Sets what a reference means, without a description of it that nobody would read. */
  private bind(user: User, document: LangiumDocument): void {
    const property = user.$type === 'Segment' ? 'named' : 'definition';
    const reference = (user.$type === 'Segment' ? user.named : user.definition) as Bound;
    // It may have been asked for before.
    if (reference._ref !== undefined) {
      document.references.push(reference);
      return;
    }
    const name = reference.$refText;
    let root: AstNode = user;
    while (root.$container !== undefined) root = root.$container;
    // What the parser read and did not use, where the text is broken, means nothing.
    if (root !== document.parseResult.value) return;
    reference._ref = (name === '' ? undefined : this.find(user, name)) ?? {
      info: { reference, container: user, property },
      message: `\`${name}\` is not known here.`,
    };
    document.references.push(reference);
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
    const index = selector.segments.indexOf(container as ast.Segment);
    if (index === 0) return this.symbols().find(selector.$container, name);
    const before = selector.segments[index - 1];
    const target = before?.$type === 'Segment' ? before.named?.ref : undefined;
    if (target === undefined) return undefined;
    // A loop has branches and points; only the branches are declared.
    if (target.$type === 'Instance' && target.kind === 'loop') return this.symbols().declaredIn(target).get(name);
    return this.symbols().members(target)?.get(name);
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
