// What an editor changes is read at once; changes that follow each other closely are read together.
import { DocumentState, type TextDocument, URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import { LogMessageNotification, MessageType, type TextDocumentChangeEvent } from 'vscode-languageserver';
import { pause } from '../workspace/interrupted.ts';

/** A change that comes sooner after another, or after that was read, belongs to a burst: a key is held, a program types, or it has waited. In ms. */
const burst = 20;
/** How long changes of a burst are gathered after the last of them, and all in all, in ms. */
const quiet = 8;
const longest = 50;

export class FabricUpdateHandler extends DefaultDocumentUpdateHandler {
  /** What has changed and is not read yet. */
  private readonly changed = new Map<string, URI>();
  private readonly deleted = new Map<string, URI>();
  /** When a text changed last or was read, and until when changes are gathered. */
  private last = Number.NEGATIVE_INFINITY;
  private until = 0;
  private readonly documents: LangiumSharedServices['workspace']['LangiumDocuments'];
  private readonly texts: LangiumSharedServices['workspace']['TextDocuments'];
  private readonly connection: LangiumSharedServices['lsp']['Connection'];

  constructor(services: LangiumSharedServices) {
    super(services);
    this.documents = services.workspace.LangiumDocuments;
    this.texts = services.workspace.TextDocuments;
    this.connection = services.lsp.Connection;
    for (const phase of [DocumentState.Linked, DocumentState.Validated])
      services.workspace.DocumentBuilder.onBuildPhase(phase, () => {
        this.last = performance.now();
      });
  }

  override didChangeContent({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const now = performance.now();
    const isBurst = now - this.last < burst;
    this.last = now;
    if (!isBurst || now > this.until) this.until = now + longest;
    const uri = URI.parse(document.uri);
    // What is asked of a text that was opened just now waits for it to be read, and that is for a document to be there.
    const mayWait = isBurst && this.documents.hasDocument(uri);
    this.read([uri], [], mayWait ? Math.min(quiet, this.until - now) : 0);
  }

  /** What was typed and not saved is gone: the file counts again. */
  didCloseDocument({ document }: TextDocumentChangeEvent<{ readonly uri: string }>): void {
    this.fireDocumentUpdate([URI.parse(document.uri)], []);
  }

  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    this.read(changed, deleted, 0);
  }

  /** Reads what has changed, with all that came before and was not read. @param delay how long more may come, in ms */
  private read(changed: readonly URI[], deleted: readonly URI[], delay: number): void {
    for (const uri of changed) {
      this.deleted.delete(uri.toString());
      this.changed.set(uri.toString(), uri);
    }
    for (const uri of deleted) {
      // An open text stays, whatever becomes of its file.
      if (this.texts.get(uri) === undefined) this.changed.delete(uri.toString());
      this.deleted.set(uri.toString(), uri);
    }
    this.workspaceManager.ready
      .then(() =>
        this.workspaceLock.write(async (cancelToken) => {
          if (delay > 0) await pause(delay, cancelToken);
          const [nowChanged, nowDeleted] = [[...this.changed.values()], [...this.deleted.values()]];
          this.changed.clear();
          this.deleted.clear();
          await this.documentBuilder.update(nowChanged, nowDeleted, cancelToken);
        }),
      )
      .catch((error: unknown) => {
        const message = `A change could not be read: ${String(error)}`;
        void this.connection?.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message });
      });
  }
}
