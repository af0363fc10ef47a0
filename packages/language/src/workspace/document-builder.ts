// Builds documents together with the files they import.
import { libraryScheme } from '@lightloom/core';
import {
  type BuildOptions,
  type Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
} from 'langium';
import type { Configurations } from '../configuration/index.ts';
import { placedDesign } from '../placements/index.ts';
import type { Boundary } from './boundary.ts';
import { UnreadableFile } from './file-system.ts';
import type { Imports } from './imports.ts';

/** What the builder needs of the language's own services. */
export interface AddedServices {
  readonly Imports: Imports;
  readonly Boundary: Boundary;
  readonly Configurations: Configurations;
  readonly Analyses: AnalyzedFiles;
}

/** What is known of the last analysis of each file. */
interface AnalyzedFiles {
  /** The addresses of the files that the last analysis of a file read. */
  readonly filesOf: (document: LangiumDocument) => readonly string[];
}

export class FabricDocumentBuilder extends DefaultDocumentBuilder {
  private readonly added: () => AddedServices;
  /** Counts changes of what is loaded, parsed or linked: what was worked out under one number is true under it. */
  generation = 0;
  private affected: { readonly by: ReadonlySet<string>; readonly documents: ReadonlySet<LangiumDocument> } | undefined;

  /** @param added asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumSharedCoreServices, added: () => AddedServices) {
    super(services);
    this.added = added;
    this.onBuildPhase(DocumentState.Linked, () => this.count());
  }

  /** A configuration or a price book isn't a document; when it changes, the findings of all documents may. */
  override async update(changed: URI[], deleted: URI[], cancelToken?: Cancellation.CancellationToken): Promise<void> {
    this.generation++;
    const { Analyses, Boundary, Configurations } = this.added();
    // Neither are positions of boxes, on which drawings depend: these are drawn again after an analysis.
    const placed = [...changed, ...deleted].flatMap((uri) => placedDesign(uri.toString()) ?? []);
    const isDocument = (uri: URI): boolean =>
      !Configurations.isSetting(uri) && placedDesign(uri.toString()) === undefined;
    this.validateAgain(placed.flatMap((uri) => this.langiumDocuments.getDocument(URI.parse(uri)) ?? []));
    if (deleted.length > 0 || changed.some((uri) => !this.isOpen(uri))) Boundary.forget();
    let found: readonly URI[] = [];
    if (![...changed, ...deleted].every(isDocument) || deleted.some((uri) => this.holdsConfiguration(uri))) {
      const documents = this.langiumDocuments.all.toArray();
      await Configurations.reload(documents.map(({ uri }) => uri));
      this.validateAgain(documents);
      // What was ignored before may be wanted now.
      found = (await this.search()).filter((uri) => !this.langiumDocuments.hasDocument(uri));
    }
    const gone = deleted.filter(isDocument).flatMap((uri) => this.langiumDocuments.getDocuments(uri));
    // An editor's text counts, whatever became of its file.
    const [open, closed] = [true, false].map((each) => gone.filter(({ uri }) => this.isOpen(uri) === each));
    // What a file that is gone saw has other findings without it.
    const seen = closed?.flatMap((each) => Analyses.filesOf(each)) ?? [];
    this.validateAgain(seen.flatMap((each) => this.langiumDocuments.getDocument(URI.parse(each)) ?? []));
    const addresses = (documents: readonly LangiumDocument[] = []): URI[] => documents.map(({ uri }) => uri);
    await super.update([...changed.filter(isDocument), ...found, ...addresses(open)], addresses(closed), cancelToken);
  }

  /** Whether an editor has a file open, so that its text is what counts. */
  protected isOpen(uri: URI): boolean {
    return this.textDocuments?.get(uri) !== undefined;
  }

  /** Whether a file is read for its own sake, and not only because others import it. */
  protected async isWanted(_uri: URI): Promise<boolean> {
    return true;
  }

  /** The files that are read for their own sake without being named: none where there is no workspace. */
  protected async search(): Promise<readonly URI[]> {
    return [];
  }

  /** Whether a folder that was deleted held a configuration in use. */
  private holdsConfiguration(folder: URI): boolean {
    return [...this.added().Configurations.all].some(({ uri }) => uri.startsWith(`${folder.toString()}/`));
  }

  /** Parses first, so that imports are known; loads what they name, and the configurations; then builds all of it. */
  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    const all = new Map(documents.map((document) => [document.uri.toString(), document]));
    const { Imports, Analyses } = this.added();
    // The files that these saw before and no longer see have other findings now.
    this.join(
      all,
      documents.flatMap((each) => Analyses.filesOf(each)),
    );
    await this.runCancelable(documents, DocumentState.Parsed, cancelToken, async (document) => {
      if (!(await this.read(document, cancelToken))) all.delete(document.uri.toString());
    });
    for (const document of all.values()) {
      if (document.state >= DocumentState.Linked) continue;
      for (const uri of Imports.namedBy(document)) await this.load(uri, document.uri);
      this.join(all, Imports.addressesFrom(document).map(String));
    }
    // So have those that they see now.
    if (options.validation)
      this.join(
        all,
        [...Imports.readBy(documents)].map(({ uri }) => uri.toString()),
      );
    await this.forgetUnwanted(all);
    await Promise.all([...all.values()].map(({ uri }) => this.added().Configurations.load(uri)));
    // What is built already is asked for again each time that it is opened.
    if ([...all.values()].some(({ state }) => state < DocumentState.Linked)) this.count();
    // What is open comes first.
    await super.buildDocuments(this.sortDocuments([...all.values()]), options, cancelToken);
  }

  /** Adds files to those that are built; what is validated already is validated again. */
  private join(all: Map<string, LangiumDocument>, addresses: Iterable<string>): void {
    for (const address of addresses) {
      const document = all.has(address) ? undefined : this.langiumDocuments.getDocument(URI.parse(address));
      if (document === undefined) continue;
      this.validateAgain([document]);
      if (!this.isBuilt(document)) all.set(address, document);
    }
  }

  /** Whether nothing is left to do for a file: it is validated, or was built without that. */
  private isBuilt(document: LangiumDocument): boolean {
    const built = this.buildState.get(document.uri.toString());
    return document.state === DocumentState.Validated || (built?.completed === true && !built.options.validation);
  }

  /** Forgets the files that nobody wants and that none imports any more. */
  private async forgetUnwanted(all: Map<string, LangiumDocument>): Promise<void> {
    const loaded = this.langiumDocuments.all.toArray();
    const isWanted = await Promise.all(loaded.map(({ uri }) => this.isWanted(uri)));
    const unwanted = loaded.filter(({ uri }, i) => uri.scheme !== libraryScheme && isWanted[i] === false);
    if (unwanted.length === 0) return;
    const used = this.added().Imports.readBy(loaded.filter((_, i) => isWanted[i]));
    for (const each of unwanted) {
      if (used.has(each)) continue;
      all.delete(each.uri.toString());
      await this.forget(each);
      this.join(all, this.added().Analyses.filesOf(each));
    }
  }

  /** The library has no findings. */
  private validateAgain(documents: Iterable<LangiumDocument>): void {
    for (const document of documents)
      if (document.state > DocumentState.IndexedReferences && document.uri.scheme !== libraryScheme)
        this.resetToState(document, DocumentState.IndexedReferences);
  }

  /** Reads and parses a document. One that was deleted meanwhile, or can't be read, is forgotten. */
  private async read(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<boolean> {
    const { uri } = document;
    try {
      // A link may lead out of the workspace since the file was last read.
      if (this.isOpen(uri) || (await this.added().Boundary.allows(uri, uri))) {
        await this.langiumDocumentFactory.update(document, cancelToken);
        return true;
      }
      await this.forget(document);
      return false;
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      await this.forget(document);
      return false;
    }
  }

  private async forget(document: LangiumDocument): Promise<void> {
    this.count();
    this.langiumDocuments.deleteDocument(document.uri);
    this.cleanUpDeleted(document);
    // Whoever shows its findings takes them back.
    await this.emitUpdate([], [document.uri]);
  }

  /** Loads an imported file, if the importing one may read it. */
  private async load(uri: URI, importing: URI): Promise<void> {
    const { Imports, Boundary } = this.added();
    try {
      const place = uri.scheme === libraryScheme ? uri : await Boundary.placeOf(importing, uri);
      if (place !== undefined) await this.langiumDocuments.getOrCreateDocument(place);
      Imports.noteLink(uri, place ?? uri);
      Imports.noteRefusal(uri, importing, place === undefined ? { outside: true } : undefined);
    } catch (error) {
      Imports.noteRefusal(uri, importing, error instanceof UnreadableFile ? { reason: error.reason } : undefined);
    }
  }

  private count(): void {
    this.generation++;
  }

  /** A document depends on the files its imports name, whether they exist or not, and on no others. */
  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    // Asked for each document with the same set.
    if (this.affected?.by !== changedUris) {
      const { Imports } = this.added();
      const documents = Imports.thoseThatSee(changedUris, Imports.importers(this.langiumDocuments.all));
      this.affected = { by: changedUris, documents };
    }
    return this.affected.documents.has(document);
  }

  /** Notifies the listeners of a state that a document has reached, even if the build is cancelled: the state won't be reached a second time. */
  protected override async notifyDocumentPhase(
    document: LangiumDocument,
    state: DocumentState,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    for (const listener of [...this.documentPhaseListeners.get(state)]) await listener(document, cancelToken);
  }

  /** The same for a state that all documents of a build have reached. */
  protected override async notifyBuildPhase(
    documents: LangiumDocument[],
    state: DocumentState,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    if (documents.length === 0) return;
    for (const listener of [...this.buildPhaseListeners.get(state)]) await listener(documents, cancelToken);
  }
}
