// The loaded files by address. Langium walks a tree of address segments for each look-up, and imports ask for thousands.
import { DefaultLangiumDocuments, type LangiumDocument, type URI } from 'langium';

export class FabricDocuments extends DefaultLangiumDocuments {
  private readonly byAddress = new Map<string, LangiumDocument>();

  override addDocument(document: LangiumDocument): void {
    super.addDocument(document);
    this.byAddress.set(document.uri.toString(), document);
  }

  override getDocument(uri: URI): LangiumDocument | undefined {
    return this.byAddress.get(uri.toString());
  }

  override hasDocument(uri: URI): boolean {
    return this.byAddress.has(uri.toString());
  }

  override deleteDocument(uri: URI): LangiumDocument | undefined {
    this.byAddress.delete(uri.toString());
    return super.deleteDocument(uri);
  }

  override deleteDocuments(folder: URI): LangiumDocument[] {
    const deleted = super.deleteDocuments(folder);
    for (const { uri } of deleted) this.byAddress.delete(uri.toString());
    return deleted;
  }
}
