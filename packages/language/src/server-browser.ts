// The language server in a web worker: it talks through the messages of the worker.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { connectionOptions, startServerOn } from './lsp/start.ts';
import type { AsyncFiles } from './workspace/file-system.ts';

/** One end of a channel of messages: a worker's global scope, or a message port. */
interface MessageChannelEnd {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (type: 'error', listener: (event: unknown) => void) => void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/** Where the server talks, and what it reads. */
interface BrowserServerOptions {
  /** The global scope of this worker when not given. */
  readonly channel?: MessageChannelEnd;
  /** Where files are read from that no editor has open; through the client when not given. */
  readonly files?: AsyncFiles;
}

/** Starts the server. A web worker calls it once. @public */
export function startServer({ channel = Reflect.get(globalThis, 'self'), files }: BrowserServerOptions = {}): void {
  const [reader, writer] = [new BrowserMessageReader(channel), new BrowserMessageWriter(channel)];
  startServerOn(createConnection(ProposedFeatures.all, reader, writer, connectionOptions), files);
}
