// Reads documents again after an edit: only what has changed of their text, where that is enough.
import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  DocumentState,
  type LangiumDocument,
  type Mutable,
} from 'langium';
import { RootNode, readAgain } from '../parse/index.ts';

export class FabricDocumentFactory extends DefaultLangiumDocumentFactory {
  override async update<T extends AstNode>(
    document: Mutable<LangiumDocument<T>>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<LangiumDocument<T>> {
    const open = this.textDocuments?.get(document.uri.toString());
    const text = await this.getUpdatedText(document, open, cancelToken);
    const get = open === undefined ? this.createTextDocumentGetter(document.uri, text) : () => open;
    Object.defineProperty(document, 'textDocument', { get, configurable: true, enumerable: true });
    const root: AstNode = document.parseResult.value;
    if (!(root instanceof RootNode) || root.$text !== text) {
      const { references } = this.serviceRegistry.getServices(document.uri);
      document.parseResult =
        readAgain<T>(root, text, () => references.Linker) ??
        (await this.parseAsync<T>(document.uri, text, cancelToken));
      const read: Mutable<AstNode> = document.parseResult.value;
      read.$document = document;
    }
    document.state = DocumentState.Parsed;
    return document;
  }
}
