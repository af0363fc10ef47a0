// What is sent to the client of the problems of files: of the version that was judged, never of an older one, and nothing twice.
import { libraryScheme } from '@lightloom/core';
import { type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, Diagnostic, InitializeParams, PublishDiagnosticsParams } from 'vscode-languageserver';
import { wholeText } from '../../parse/index.ts';

/** What was sent last of a file. */
interface Sent {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that it is of. */
  readonly text: string | undefined;
}

/** Whether a client asks for the problems of open files itself: then they aren't sent too. */
export function pullsDiagnostics({ capabilities, initializationOptions }: InitializeParams): boolean {
  const { diagnostics } = (initializationOptions ?? {}) as { readonly diagnostics?: unknown };
  return capabilities.textDocument?.diagnostic !== undefined && diagnostics !== 'push';
}

/** Whether what was read of a document is its text as it is now: while it was read, more may have been typed. */
function isCurrent({ parseResult, textDocument }: LangiumDocument): boolean {
  return wholeText(parseResult.value) === textDocument.getText();
}

export class Publisher {
  /** The connection, on which problems are sent through this. */
  readonly connection: Connection;
  private readonly through: Connection;
  private readonly sent = new Map<string, Sent>();
  private shared: LangiumSharedServices | undefined;
  private pulls = false;

  constructor(connection: Connection) {
    this.through = connection;
    const send = (params: PublishDiagnosticsParams): Promise<void> => this.send(params);
    this.connection = new Proxy(connection, {
      get: (target, key) => (key === 'sendDiagnostics' ? send : Reflect.get(target, key)),
    });
  }

  /** Learns of the files of a server, before it starts. */
  serve(shared: LangiumSharedServices): void {
    this.shared = shared;
    shared.lsp.LanguageServer.onInitialize((params) => {
      this.pulls = pullsDiagnostics(params);
    });
    // What was sent while the file was closed is asked for now.
    shared.workspace.TextDocuments.onDidOpen(({ document: { uri } }) => {
      if (this.pulls && (this.sent.get(uri)?.diagnostics.length ?? 0) > 0)
        void this.now({ uri, diagnostics: [] }, undefined);
    });
  }

  /** What was sent last of a file. */
  lastOf(uri: string): Sent | undefined {
    return this.sent.get(uri);
  }

  private async send(params: PublishDiagnosticsParams): Promise<void> {
    const document = this.documents?.getDocument(URI.parse(params.uri));
    const open = this.shared?.workspace.TextDocuments.get(params.uri);
    // Of the part library there is nothing to say, and a client may make something of an address that it can't open.
    if (params.uri.startsWith(`${libraryScheme}:`)) return;
    if (open === undefined) {
      if (!this.isSent(params)) await this.now(params, document);
      return;
    }
    if (this.pulls || (document !== undefined && !isCurrent(document))) return;
    const { version } = open;
    const last = this.sent.get(params.uri);
    if (last?.version === version && JSON.stringify(last.diagnostics) === JSON.stringify(params.diagnostics)) return;
    await this.now({ ...params, version }, document);
  }

  /** Whether these problems of a file that isn't open are what was sent of it last. */
  private isSent({ uri, diagnostics }: PublishDiagnosticsParams): boolean {
    const last = this.sent.get(uri);
    return last !== undefined && JSON.stringify(last.diagnostics) === JSON.stringify(diagnostics);
  }

  private async now(params: PublishDiagnosticsParams, document: LangiumDocument | undefined): Promise<void> {
    const { uri, version, diagnostics } = params;
    this.sent.set(uri, { version, diagnostics, text: document?.textDocument.getText() });
    await this.through.sendDiagnostics(params);
  }

  private get documents(): LangiumDocuments | undefined {
    return this.shared?.workspace.LangiumDocuments;
  }
}
