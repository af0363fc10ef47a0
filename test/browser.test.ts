// A browser build: the library and the language server run where there is nothing of Node, and find what they find on Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { openNodeSession } from '@lightloom/language/node';
import * as esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './sources.ts';

const uri = 'file:///design.fabric';
const example = (name: string): string => readFileSync(join(root, 'examples', `${name}.fabric`), 'utf8');

/** An example with findings of the text and of the design: a name with a slip, a hose too thin. */
const broken = example('xpo-pod').replace('flow 0.35 L/min', 'flow 0.05 L/min').replace('by primary', 'by primry');

/** A message of the server, as far as the test reads it. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
}

interface Diagnostic {
  readonly code: string;
  readonly message: string;
}

/** Bundles a program for browsers, as one script. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: program, resolveDir: join(root, 'packages/language'), loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'program',
    target: 'es2022',
    loader: { '.fabric': 'text' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** What a web worker has, and no more. */
function webGlobals(scope: Record<string, unknown> = {}): object {
  return Object.assign(scope, {
    self: scope,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    performance,
    TextDecoder,
    TextEncoder,
    URL,
    console: {},
  });
}

const keysOf = (findings: readonly { rule: string; message: string }[]): string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`);

describe('in a browser', () => {
  it('the library finds what it finds on Node', async () => {
    const script = await bundle("export { explain, memoryFiles, openSession } from '@lightloom/language';");
    const run = runInNewContext(
      `${script}; async (uri, text) => {
        const { findings } = await program.openSession({ files: program.memoryFiles({ [uri]: text }) }).open(uri);
        return findings.map(({ rule, message }) => ({ rule, message }));
      }`,
      webGlobals(),
    );
    const onNode = openNodeSession();
    for (const [at, text] of [
      [uri, broken],
      ['file:///hall.fabric', example('liquid-hall')],
    ] as const) {
      const found = keysOf(await run(at, text));
      expect(found).toEqual(keysOf((await onNode.open(at, text)).findings));
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('the server reports what the library finds on Node', async () => {
    const script = await bundle("export { startServer } from '@lightloom/language/server-browser';");
    let report: (diagnostics: readonly Diagnostic[]) => void = () => undefined;
    const reported = new Promise<readonly Diagnostic[]>((resolve) => {
      report = resolve;
    });
    const worker = {
      onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
      addEventListener: () => undefined,
      postMessage: (message: Message) => receive(message),
    };
    const send = (message: object): void => worker.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
    const receive = ({ id, method, params }: Message): void => {
      if (id === 1 && method === undefined) {
        const textDocument = { uri, languageId: 'fabric', version: 1, text: broken };
        send({ method: 'initialized', params: {} });
        send({ method: 'textDocument/didOpen', params: { textDocument } });
      } else if (id !== undefined) send({ id, result: null });
      else if (method === 'textDocument/publishDiagnostics' && params?.uri === uri) report(params.diagnostics);
    };
    runInNewContext(`${script}; program.startServer();`, webGlobals(worker));
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const own = (await openNodeSession().open(uri, broken)).findings.filter(({ origin }) => origin.uri === uri);
    expect((await reported).map(({ code, message }) => `${code}: ${message.split('\n')[0]}`)).toEqual(
      own.map(({ rule, message }) => `${rule}: ${message}`),
    );
  });
});

describe('the language', () => {
  it('uses Node nowhere but in its entries for Node', () => {
    const below = sourceFiles().filter(
      ({ path }) => path.startsWith('packages/language/src/') && !/\/(node|server)\.ts$|\/disk\//.test(path),
    );
    const uses = below.filter(
      ({ text, imports }) =>
        imports.some((each) => each.startsWith('node:') || each.endsWith('/node')) ||
        /\breadFileSync\(|\bexistsSync\(|\bprocess\./.test(text),
    );
    expect(uses.map(({ path }) => path)).toEqual([]);
  });
});
