// A desk: an editor's session without a wire between client and server. A folder in memory, texts that are open, and what the
// editor shows of them.
// The parts of Node that cancellation needs.
import 'vscode-languageserver/node';
import { DocumentState, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createEditorServices } from '../../packages/language/src/lsp/editor-module.ts';
import type { AsyncFiles } from '../../packages/language/src/workspace/file-system.ts';

/** The folder of the workspace. */
const folder = 'file:///desk/';
const addressOf = (name: string): string => new URL(name, folder).href;

/** What an editor shows of a file: each diagnostic with its place. */
export type Shown = Readonly<Record<string, readonly string[]>>;

export class Desk {
  /** What is saved, by name. */
  readonly saved: Map<string, string>;
  private readonly services: ReturnType<typeof createEditorServices>;
  private readonly diagnostics = new Map<string, readonly Diagnostic[]>();

  private constructor(saved: Iterable<readonly [string, string]>) {
    this.saved = new Map(saved);
    this.services = createEditorServices(this.files());
    const { DocumentBuilder, TextDocuments } = this.services.shared.workspace;
    const { DocumentUpdateHandler: handler } = this.services.shared.lsp;
    // As the server does with its connection.
    TextDocuments.onDidChangeContent((event) => handler.didChangeContent?.(event));
    TextDocuments.onDidClose((event) => handler.didCloseDocument?.(event));
    DocumentBuilder.onUpdate(async (_, deleted) => {
      for (const uri of deleted) this.diagnostics.delete(uri.toString());
    });
    DocumentBuilder.onDocumentPhase(DocumentState.Validated, async (document) => {
      if (document.diagnostics !== undefined) this.diagnostics.set(document.uri.toString(), document.diagnostics);
    });
  }

  /** Starts a session on a folder. */
  static async with(saved: Iterable<readonly [string, string]>): Promise<Desk> {
    const desk = new Desk(saved);
    const { WorkspaceManager } = desk.services.shared.workspace;
    WorkspaceManager.initialize({
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: folder, name: 'desk' }],
      initializationOptions: { notesOfClosedFiles: true },
    });
    await WorkspaceManager.initialized({});
    return desk;
  }

  /** A session that starts now, with the same files and the same open texts. */
  async fresh(): Promise<Desk> {
    const desk = await Desk.with(this.saved);
    for (const [name, text] of this.open) desk.type(name, text);
    return desk;
  }

  /** The texts that are open, by name. */
  get open(): readonly (readonly [string, string])[] {
    return this.services.shared.workspace.TextDocuments.all().map((each) => [
      each.uri.slice(folder.length),
      each.getText(),
    ]);
  }

  /** Whether a file or a folder of this name is saved. */
  holds(name: string): boolean {
    return [...this.saved.keys()].some((each) => each === name || each.startsWith(`${name}/`));
  }

  /** Opens a file with a text, or replaces the text of an open one. */
  type(name: string, text: string): void {
    const { TextDocuments } = this.services.shared.workspace;
    const version = (TextDocuments.get(addressOf(name))?.version ?? 0) + 1;
    TextDocuments.set(TextDocument.create(addressOf(name), 'fabric', version, text));
  }

  /** Closes a file without saving it. */
  close(name: string): void {
    this.services.shared.workspace.TextDocuments.delete(addressOf(name));
  }

  /** Saves a text behind the editor, which is told of it. */
  save(name: string, text: string): void {
    const type = this.saved.has(name) ? 2 : 1;
    this.saved.set(name, text);
    this.tell([name, type]);
  }

  /** Deletes a file or a folder behind the editor, which is told of it. */
  delete(name: string): void {
    for (const each of [...this.saved.keys()])
      if (each === name || each.startsWith(`${name}/`)) this.saved.delete(each);
    this.tell([name, 3]);
  }

  /** Renames a file or a folder behind the editor, which is told of it. */
  rename(from: string, to: string): void {
    for (const [name, text] of [...this.saved]) {
      if (name !== from && !name.startsWith(`${from}/`)) continue;
      this.saved.delete(name);
      this.saved.set(to + name.slice(from.length), text);
    }
    this.tell([from, 3], [to, 1]);
  }

  /** Waits until nothing is left to do. */
  async settled(): Promise<void> {
    // Changes are passed on a moment after they are told.
    for (let i = 0; i < 3; i++) await new Promise((done) => setImmediate(done));
    await this.services.shared.workspace.WorkspaceLock.read(() => undefined);
  }

  /** What the editor shows, once nothing is left to do. */
  async shown(): Promise<Shown> {
    await this.settled();
    const files = [...this.diagnostics].filter(([uri, found]) => uri.startsWith(folder) && found.length > 0);
    return Object.fromEntries(
      files
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([uri, found]) => [uri.slice(folder.length), found.map(textOf).sort()]),
    );
  }

  private tell(...changes: readonly (readonly [name: string, type: 1 | 2 | 3])[]): void {
    this.services.shared.lsp.DocumentUpdateHandler.didChangeWatchedFiles?.({
      changes: changes.map(([name, type]) => ({ uri: addressOf(name), type })),
    });
  }

  private files(): AsyncFiles {
    const nameOf = (uri: URI): string => uri.toString().slice(folder.length);
    const isFolder = (name: string): boolean =>
      name === '' || [...this.saved.keys()].some((each) => each.startsWith(`${name}/`));
    const read = async (uri: URI): Promise<string> => {
      const text = this.saved.get(nameOf(uri));
      if (text === undefined) throw new Error(`${uri.toString()} does not exist.`);
      return text;
    };
    return {
      readFile: read,
      exists: async (uri) => this.saved.has(nameOf(uri)),
      realPath: async (uri) => (isFolder(nameOf(uri)) || (await read(uri)) !== undefined ? uri : uri),
      async stat(uri) {
        const isDirectory = isFolder(nameOf(uri));
        if (!isDirectory) await read(uri);
        return { isFile: !isDirectory, isDirectory, uri };
      },
      readDirectory: async (uri) => {
        const name = nameOf(uri).replace(/\/$/, '');
        const within = name === '' ? '' : `${name}/`;
        const inside = [...this.saved.keys()].filter((each) => each.startsWith(within));
        const entries = new Set(inside.map((each) => each.slice(within.length).split('/')[0] as string));
        return [...entries].map((each) => {
          const isFile = this.saved.has(within + each);
          return { isFile, isDirectory: !isFile, uri: URI.parse(addressOf(within + each)) };
        });
      },
    };
  }
}

function textOf({ range: { start, end }, severity, code, message }: Diagnostic): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${code}: ${JSON.stringify(message)}`;
}
