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
  type URI,
  UriUtils,
} from 'langium';
import { type Configurations, configurationName } from '../configuration/index.ts';
import type { Imports } from './imports.ts';

/** What the builder needs of the language's own services. */
export interface AddedServices {
  readonly Imports: Imports;
  readonly Configurations: Configurations;
}

export class FabricDocumentBuilder extends DefaultDocumentBuilder {
  private readonly added: () => AddedServices;

  /** @param added asked for when first needed: they are made of services that are made of this one */
  constructor(services: LangiumSharedCoreServices, added: () => AddedServices) {
    super(services);
    this.added = added;
  }

  /** A configuration isn't a document; when it changes, the findings of all documents may. */
  override async update(changed: URI[], deleted: URI[], cancelToken?: Cancellation.CancellationToken): Promise<void> {
    const isDocument = (uri: URI): boolean => UriUtils.basename(uri) !== configurationName;
    if (![...changed, ...deleted].every(isDocument)) {
      const documents = this.langiumDocuments.all.toArray();
      await this.added().Configurations.reload(documents.map(({ uri }) => uri));
      for (const document of documents) {
        if (document.state > DocumentState.IndexedReferences && document.uri.scheme !== libraryScheme)
          this.resetToState(document, DocumentState.IndexedReferences);
      }
    }
    await super.update(changed.filter(isDocument), deleted.filter(isDocument), cancelToken);
  }

  /** Parses first, so that imports are known; loads what they name, and the configurations; then builds all of it. */
  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    const all = new Map(documents.map((document) => [document.uri.toString(), document]));
    await this.runCancelable(documents, DocumentState.Parsed, cancelToken, async (document) => {
      if (!(await this.read(document, cancelToken))) all.delete(document.uri.toString());
    });
    for (const document of all.values()) {
      for (const uri of this.added().Imports.addressesFrom(document)) {
        const imported = await this.load(uri);
        if (imported === undefined || all.has(uri.toString())) continue;
        // The importing file may cause other findings in it now, so it is validated again; the library has none.
        if (imported.state > DocumentState.IndexedReferences && imported.uri.scheme !== libraryScheme)
          this.resetToState(imported, DocumentState.IndexedReferences);
        all.set(uri.toString(), imported);
      }
    }
    await Promise.all([...all.values()].map(({ uri }) => this.added().Configurations.load(uri)));
    await super.buildDocuments([...all.values()], options, cancelToken);
  }

  /** Reads and parses a document. One that was deleted meanwhile, or can't be read, is forgotten. */
  private async read(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<boolean> {
    try {
      await this.langiumDocumentFactory.update(document, cancelToken);
      return true;
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      this.langiumDocuments.deleteDocument(document.uri);
      this.cleanUpDeleted(document);
      return false;
    }
  }

  private async load(uri: URI): Promise<LangiumDocument | undefined> {
    try {
      return await this.langiumDocuments.getOrCreateDocument(uri);
    } catch {
      // A file that doesn't exist is reported at the import.
      return undefined;
    }
  }

  /** A document depends on the files its imports name, whether they exist or not, and on no others. */
  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    const imports = this.added().Imports;
    const seen = imports
      .visibleFrom(document)
      .flatMap((file) => (file.$document === undefined ? [] : [file.$document]));
    return [document, ...seen].some((each) =>
      imports.addressesFrom(each).some((uri) => changedUris.has(uri.toString())),
    );
  }
}
