// A client of the language server that ships, over its standard streams, and what the server takes of processor and memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AnalyzedParams, methods } from '@lightloom/language/protocol';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A change of an open text: some characters from an offset on are replaced. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

interface OpenText {
  text: string;
  version: number;
}

/** Nothing the benchmark waits for takes longer, in ms; what does hangs. */
const patience = 120_000;

export class Client {
  readonly folder = mkdtempSync(join(tmpdir(), 'lightloom-bench-'));
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  private readonly server: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly opened = new Map<string, OpenText>();
  private readonly analyzed = new Map<string, number>();
  private waiting: (() => void)[] = [];

  /** @param program the command that ships */
  constructor(program: string) {
    this.server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.server;
    if (stdin === null || stdout === null) throw new Error('The server has no streams.');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params.diagnostics);
      this.wake();
    });
    this.connection.onNotification(methods.analyzed, ({ uri, version }: AnalyzedParams) => {
      this.analyzed.set(uri, version);
      this.wake();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.onRequest('workspace/semanticTokens/refresh', () => null);
    this.connection.listen();
  }

  /** Starts the session. @param hasWorkspace whether the folder is that of the editor, whose files are all checked */
  async start(hasWorkspace = false): Promise<this> {
    const uri = pathToFileURL(this.folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: hasWorkspace ? uri : null,
      capabilities: { textDocument: { publishDiagnostics: {} } },
      workspaceFolders: hasWorkspace ? [{ uri, name: 'bench' }] : null,
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Opens a text without waiting for anything. */
  async open(name: string, text: string): Promise<void> {
    const uri = this.uri(name);
    this.opened.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'fabric', version: 1, text },
    });
  }

  /** Changes an open text without waiting for anything. */
  async edit(name: string, { at, length, text }: Edit): Promise<void> {
    const uri = this.uri(name);
    const open = this.opened.get(uri);
    if (open === undefined) throw new Error(`${name} is not open.`);
    const range = { start: positionAt(open.text, at), end: positionAt(open.text, at + length) };
    open.text = open.text.slice(0, at) + text + open.text.slice(at + length);
    open.version++;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: open.version },
      contentChanges: [{ range, text }],
    });
  }

  /** Waits until an open text is analyzed as it is now. @returns its findings */
  async settled(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    await this.until(() => this.analyzed.get(uri) === this.opened.get(uri)?.version, `the findings of ${name}`);
    return this.diagnostics.get(uri) ?? [];
  }

  /** Whether a finding of a file says something. */
  says(name: string, text: string): boolean {
    return (this.diagnostics.get(this.uri(name)) ?? []).some(({ message }) => String(message).includes(text));
  }

  /** Waits until something holds. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const end = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`The server gave no answer: ${what}.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Asks for a hover. @returns how long the answer takes in ms */
  async hover(name: string, at: number): Promise<number> {
    const uri = this.uri(name);
    const start = performance.now();
    await this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: positionAt(this.opened.get(uri)?.text ?? '', at),
    });
    return performance.now() - start;
  }

  /** Tells that files have changed on the disk. */
  async changed(...names: readonly string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((each) => ({ uri: this.uri(each), type: 2 })),
    });
  }

  /** Processor time of the server so far, with all its threads, in ms. @throws where the system doesn't tell: it is Linux that does */
  processorTime(): number {
    const fields = readFileSync(`/proc/${this.server.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return 10 * (Number(fields[11]) + Number(fields[12]));
  }

  /** Memory of the server in MB. */
  memory(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.server.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private wake(): void {
    for (const each of this.waiting.splice(0)) each();
  }
}

/** A place in a text by line and character. */
function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, character: offset - start };
}
