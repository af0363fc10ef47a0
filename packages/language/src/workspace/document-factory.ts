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
import { interrupted } from './interrupted.ts';

/** Characters of a text whose reading takes longer than what it costs to look whether more was typed. */
const long = 100_000;

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
      const again = readAgain<T>(root, text, () => references.Linker);
      // Of keys that came meanwhile, only the last one is worth reading a long text as a whole.
      if (again === undefined && text.length > long) await interrupted(cancelToken);
      document.parseResult = again ?? (await this.parseAsync<T>(document.uri, text, cancelToken));
      const read: Mutable<AstNode> = document.parseResult.value;
      read.$document = document;
    }
    document.state = DocumentState.Parsed;
    return document;
  }
}
