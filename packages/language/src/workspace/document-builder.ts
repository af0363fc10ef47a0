// Builds documents together with the files they import.
import {
  type BuildOptions,
  type Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
} from 'langium';
import type { Imports } from './imports.ts';

export class FabricDocumentBuilder extends DefaultDocumentBuilder {
  private readonly imports: (uri: URI) => Imports;

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.imports = (uri) =>
      (services.ServiceRegistry.getServices(uri) as unknown as { workspace: { Imports: Imports } }).workspace.Imports;
  }

  /** Parses first, so that imports are known; loads what they name; then builds all of it. */
  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    await this.runCancelable(documents, DocumentState.Parsed, cancelToken, (document) =>
      this.langiumDocumentFactory.update(document, cancelToken),
    );
    const all = new Map(documents.map((document) => [document.uri.toString(), document]));
    for (const document of all.values()) {
      for (const uri of this.imports(document.uri).addressesFrom(document)) {
        const imported = await this.load(uri);
        if (imported === undefined || all.has(uri.toString())) continue;
        // What the importing file finds in it may have changed, so its diagnostics are made anew.
        if (imported.state > DocumentState.IndexedReferences)
          this.resetToState(imported, DocumentState.IndexedReferences);
        all.set(uri.toString(), imported);
      }
    }
    await super.buildDocuments([...all.values()], options, cancelToken);
  }

  private async load(uri: URI): Promise<LangiumDocument | undefined> {
    try {
      return await this.langiumDocuments.getOrCreateDocument(uri);
    } catch {
      // A file that is not there is told at the import.
      return undefined;
    }
  }

  /** A document is affected by every file it sees. */
  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (document.references.some((reference) => reference.error !== undefined)) return true;
    return this.imports(document.uri)
      .visibleFrom(document)
      .some((file) => changedUris.has(file.$document?.uri.toString() ?? ''));
  }
}
