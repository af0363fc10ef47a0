// An editor for tests: a language client and the server in one process, joined by streams, on a folder of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type AnalyzedParams, methods } from '@lightloom/language/protocol';
import { connectionOptions, type Printer, startServer } from '@lightloom/language/server';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { largest } from '../kit/examples.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** What most editors can do with text. */
const usual = {
  publishDiagnostics: { relatedInformation: true },
  completion: { completionItem: { snippetSupport: true } },
  definition: { linkSupport: true },
  typeDefinition: { linkSupport: true },
  implementation: { linkSupport: true },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
};

/** A place in a text, as a test writes it: the text with a `|` at the cursor. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** Takes the `|` out of a text. */
export function cursorIn(marked: string): Cursor {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The text has no cursor.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly folder = mkdtempSync(join(tmpdir(), 'lightloom-lsp-'));
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** Everything that was sent of files, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** The versions of files that were analyzed to their end, in order. */
  readonly judged: AnalyzedParams[] = [];
  initialized: InitializeResult | undefined;
  private readonly opened = new Map<string, TextDocument>();
  private readonly analyzed = new Map<string, number>();
  private waiting: (() => void)[] = [];

  /**
   * @param files files of the folder by name, beside the examples
   * @param printer writes files that aren't text
   * @param only the examples that are there; all but the largest when not given: each is analyzed at the start
   */
  constructor(files: Readonly<Record<string, string>> = {}, only?: readonly string[], printer?: Printer) {
    if (only === undefined)
      cpSync(examples, this.folder, { recursive: true, filter: (path) => !path.endsWith(largest) });
    else for (const name of only) cpSync(join(examples, name), join(this.folder, name));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
    const [there, back] = [new PassThrough(), new PassThrough()];
    startServer({
      connection: createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(there),
        new StreamMessageWriter(back),
        connectionOptions,
      ),
      // The memory is that of all tests of this process: to collect what is dead in it takes a second, in whichever test is next.
      memory: { held: () => 0, giveBack: () => undefined },
      ...(printer === undefined ? {} : { printer }),
    });
    this.connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.diagnostics.set(params.uri, params.diagnostics);
    });
    this.connection.onNotification(methods.analyzed, (params: AnalyzedParams) => {
      this.judged.push(params);
      this.analyzed.set(params.uri, params.version);
      for (const each of this.waiting.splice(0)) each();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.listen();
  }

  /**
   * Starts the session as an editor does.
   * @param initializationOptions what the editor gives of its own
   * @param more what else it can do with text, or can't do
   * @param workspace what it can do with files
   */
  async start(initializationOptions?: object, more: object = {}, workspace?: object): Promise<this> {
    const uri = pathToFileURL(this.folder).href;
    this.initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: uri,
      capabilities: {
        textDocument: { ...usual, ...more },
        ...(workspace && { workspace }),
      },
      workspaceFolders: [{ uri, name: 'test' }],
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Address of a file of the folder; an address stays what it is. */
  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(join(this.folder, name)).href;
  }

  /** Opens a file, with a text that need not be the one on the disk, and waits for its diagnostics. */
  async open(name: string, text = readFileSync(join(this.folder, name), 'utf8')): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    // An open file changes as a whole; its next version tells what is said of it from what was said of the text before.
    const before = this.opened.get(uri);
    const version = (before?.version ?? 0) + 1;
    this.opened.set(uri, TextDocument.create(uri, 'fabric', version, text));
    if (before !== undefined) {
      await this.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      return this.settled(name);
    }
    this.analyzed.delete(uri);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'fabric', version, text },
    });
    return this.settled(name);
  }

  async close(name: string): Promise<void> {
    this.opened.delete(this.uri(name));
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Types: replaces a stretch of an open file. Does not wait. */
  async type(name: string, start: number, end: number, text: string): Promise<void> {
    const document = this.document(name);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: [{ range, text }],
    });
  }

  /** Replaces one text by another, which must be there, and waits for the diagnostics. */
  async replace(name: string, from: string, to: string): Promise<Diagnostic[]> {
    const start = this.text(name).indexOf(from);
    if (start < 0) throw new Error(`${name} has no ${from}.`);
    await this.type(name, start, start + from.length, to);
    return this.settled(name);
  }

  /** Waits until what was typed last is analyzed. */
  async settled(name: string): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    const version = this.opened.get(uri)?.version ?? 0;
    while ((this.analyzed.get(uri) ?? -1) < version) await new Promise<void>((done) => this.waiting.push(done));
    return this.diagnostics.get(uri) ?? [];
  }

  document(name: string): TextDocument {
    const found = this.opened.get(this.uri(name));
    if (found === undefined) throw new Error(`${name} is not open.`);
    return found;
  }

  text(name: string): string {
    return this.document(name).getText();
  }

  /** The place of a text in an open file, `skip` characters behind its start. */
  at(name: string, text: string, skip = 0): Position {
    const start = this.text(name).indexOf(text);
    if (start < 0) throw new Error(`${name} has no ${text}.`);
    return this.document(name).positionAt(start + skip);
  }

  /** The text in a range of an open file. */
  slice(name: string, range: Range): string {
    return this.document(name).getText(range);
  }

  /** A request about a place in a file. */
  ask<T>(method: string, name: string, position: Position, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.uri(name) }, position, ...more });
  }

  /** A request about a whole file. */
  askAll<T>(method: string, name: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.uri(name) }, ...more });
  }
}
