// Binds names to declarations, through Langium's references: definition, references and rename follow from them.
import {
  type AstNodeDescription,
  AstUtils,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  type LangiumCoreServices,
  type LangiumDocument,
  type LinkingError,
  type ReferenceInfo,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import {
  namesOf,
  noteBound,
  type ReferringNode,
  referencesRead,
  rootOf,
  syntaxProblemsOf,
  unboundIn,
} from '../parse/index.ts';
import type { Imports } from '../workspace/imports.ts';
import { bind, declarationFor, notDefined, referenceOf } from './binding.ts';
import type { Symbols } from './symbols.ts';

export class FabricLinker extends DefaultLinker {
  private readonly symbols: () => Symbols;
  /** The same once asked for: to look a service up costs more than to bind a name. */
  private known: Symbols | undefined;

  private readonly imports: () => Imports;
  /** Keys for the names by which each document was bound. */
  private readonly boundBy = new WeakMap<LangiumDocument, readonly object[]>();

  /** @param symbols asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumCoreServices, symbols: () => Symbols, imports: () => Imports) {
    super(services);
    this.symbols = symbols;
    this.imports = imports;
  }

  /** Visits the tree directly: a stream and a promise for each node cost more than the linking. */
  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    const file = document.parseResult.value as ast.FabricFile;
    const symbols = (this.known ??= this.symbols());
    const by = this.namesFor(document);
    const before = this.boundBy.get(document);
    const isKept = before !== undefined && before.length === by.length && before.every((each, i) => each === by[i]);
    // A file that is read as a whole each time has its tree for a key.
    const unbound = isKept ? (unboundIn(file) ?? []) : undefined;
    if (unbound === undefined) {
      this.boundBy.delete(document);
      this.unbind(document);
      symbols.forget(document);
    }
    const nodes = unbound ?? referencesRead(file);
    const incomplete = syntaxProblemsOf(document).length > 0;
    for (let i = 0; i < nodes.length; i++) {
      if (i % 1024 === 0) await interruptAndCheck(cancelToken);
      this.linkOne(nodes[i] as ReferringNode, document, { symbols, incomplete });
    }
    if (!isKept) this.boundBy.set(document, by);
    noteBound(file);
  }

  /** The same as long as all names that a document sees mean the same; undefined where it isn't bound. */
  meaningOf(document: LangiumDocument): object | undefined {
    return this.boundBy.get(document);
  }

  /** What is bound stays so until the document is linked again: by then it is known whether any name means something else. */
  override unlink(): void {}

  /** Includes the references of statements that were read in full later, which aren't among the document's. */
  private unbind(document: LangiumDocument): void {
    for (const node of referencesRead(document.parseResult.value)) referenceOf(node)._ref = undefined;
    super.unlink(document);
  }

  /** Keys for the names that a file sees: its own, and those of the files that it imports. */
  private namesFor(document: LangiumDocument): readonly object[] {
    return [document.parseResult.value, ...this.imports().visibleFrom(document)].map(namesOf);
  }

  /** Sets what a reference means, without a description of it that nobody would read. */
  private linkOne(
    node: ReferringNode,
    document: LangiumDocument,
    { symbols, incomplete }: { readonly symbols: Symbols; readonly incomplete: boolean },
  ): void {
    const reference = referenceOf(node);
    // It may have been asked for before.
    if (reference._ref === undefined) {
      // What the parser read and did not use, where the text is incomplete, means nothing.
      if (incomplete && rootOf(node) !== document.parseResult.value) return;
      bind(node, symbols);
    }
    document.references.push(reference);
  }

  override getCandidate(info: ReferenceInfo): AstNodeDescription | LinkingError {
    const name = info.reference.$refText;
    const found = name === '' ? undefined : declarationFor(info.container, name, (this.known ??= this.symbols()));
    if (found === undefined) return { info, message: notDefined(name) };
    return { node: found, name, type: found.$type, documentUri: AstUtils.getDocument(found).uri, path: '' };
  }
}
