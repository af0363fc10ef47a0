// The server as a process of its own, over standard input and output, bundled as it is shipped.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AnalyzedParams, methods } from '@lightloom/language/protocol';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  type Hover,
  type InitializeResult,
  LSPErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from '../sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'lightloom-stdio-'));
const bundle = join(folder, 'server.cjs');

beforeAll(async () => {
  const entry = "import { startServer } from '@lightloom/language/server';\nstartServer();\n";
  await build({
    stdin: { contents: entry, resolveDir: root },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.fabric': 'text' },
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('greets, checks a file, drops what is cancelled, says goodbye and ends with 0', async () => {
  writeFileSync(join(folder, 'design.fabric'), 'import "std/racks"\nrack r[1..2] : OpenRackV4\n');
  const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const ended = new Promise<number | null>((done) => server.on('exit', done));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const told = new Promise<Diagnostic[]>((done) => {
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      if (uri.endsWith('/design.fabric')) done(diagnostics);
    });
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    capabilities: {},
    workspaceFolders: [{ uri, name: 'x' }],
  });
  await connection.sendNotification('initialized', {});
  const [found] = await told;
  expect(found).toMatchObject({
    code: 'name/unknown',
    range: { start: { line: 1, character: 15 }, end: { line: 1, character: 25 } },
  });
  expect(found?.message).toMatch(/Did you mean `OpenRackV3`/);
  await cancels(connection, `${uri}/mesh.fabric`);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  expect(complaints).toBe('');
  connection.dispose();
});

describe('a client that is out of step', () => {
  const where = { textDocument: { uri: 'file:///nowhere/none.fabric' }, position: { line: 0, character: 0 } };

  it('is refused before the session begins and after it has ended, whatever it asks', async () => {
    await speaking(async (connection) => {
      for (const [method, params] of [
        ['textDocument/hover', where],
        ['lightloom/views', { uri: '' }],
        ['no/such', {}],
      ])
        expect(await codeOf(connection.sendRequest(method as string, params))).toBe(ErrorCodes.ServerNotInitialized);
      expect(await codeOf(connection.sendRequest('shutdown'))).toBe(ErrorCodes.ServerNotInitialized);
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      expect(await codeOf(connection.sendRequest('initialize', { capabilities: {} }))).toBe(ErrorCodes.InvalidRequest);
      await connection.sendNotification('initialized', {});
      expect(await codeOf(connection.sendRequest('no/such', {}))).toBe(ErrorCodes.MethodNotFound);
      await connection.sendRequest('shutdown');
      for (const [method, params] of [
        ['textDocument/hover', where],
        ['no/such', {}],
        ['shutdown', undefined],
      ])
        expect(await codeOf(connection.sendRequest(method as string, params))).toBe(ErrorCodes.InvalidRequest);
    });
  });

  it.each([
    ['nothing', {}],
    ['no abilities', { processId: null, rootUri: null, capabilities: null }],
    ['abilities that are null', { capabilities: { workspace: null, textDocument: { completion: null, hover: null } } }],
  ])('begins with %s', async (_, params) => {
    await speaking(async (connection) => {
      const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', params);
      expect(capabilities.hoverProvider).toBe(true);
      await connection.sendNotification('initialized', {});
      expect(await connection.sendRequest('workspace/symbol', { query: '' })).toEqual([]);
      await connection.sendRequest('shutdown');
    });
  });

  it('gets nothing, and no error, of a file that nobody has', async () => {
    // A file that is on the disk and in no workspace is not read because it is asked about.
    writeFileSync(join(folder, 'beside.fabric'), 'switch type Nothing { height 1 RU }\nx : Nothng\n');
    await speaking(async (connection) => {
      const told: string[] = [];
      connection.onNotification('textDocument/publishDiagnostics', ({ uri }) => void told.push(uri));
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      await connection.sendNotification('initialized', {});
      const place = { start: where.position, end: where.position };
      for (const uri of [where.textDocument.uri, pathToFileURL(join(folder, 'beside.fabric')).href, 'untitled:1', 'x'])
        for (const method of ofFiles) {
          const asked = { ...where, textDocument: { uri }, positions: [where.position], range: place, newName: 'y' };
          const more = { ch: '}', options: { tabSize: 4, insertSpaces: true }, previousResultId: '1' };
          const context = { diagnostics: [], includeDeclaration: true };
          expect(await connection.sendRequest(`textDocument/${method}`, { ...asked, ...more, context }), method).toBe(
            null,
          );
        }
      const item = { name: 'x', kind: 6, uri: where.textDocument.uri, range: place, selectionRange: place };
      for (const method of ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls', 'typeHierarchy/supertypes'])
        expect(await connection.sendRequest(method, { item })).toBe(null);
      expect(await connection.sendRequest('textDocument/diagnostic', where)).toEqual({ kind: 'full', items: [] });
      expect(await codeOf(connection.sendRequest('textDocument/hover', { ...where, textDocument: {} }))).toBe(
        ErrorCodes.InvalidParams,
      );
      await connection.sendRequest('shutdown');
      expect(told).toEqual([]);
    });
  });
});

/** What is asked of one file. */
const ofFiles = [
  ...['hover', 'definition', 'typeDefinition', 'implementation', 'declaration', 'references', 'documentHighlight'],
  ...['rename', 'prepareRename', 'completion', 'signatureHelp', 'documentSymbol', 'foldingRange', 'selectionRange'],
  ...['linkedEditingRange', 'codeAction', 'codeLens', 'inlayHint', 'documentLink', 'formatting', 'rangeFormatting'],
  ...['onTypeFormatting', 'semanticTokens/full', 'semanticTokens/range', 'semanticTokens/full/delta'],
  ...['prepareCallHierarchy', 'prepareTypeHierarchy'],
];

/** Starts a server, speaks to it, and ends it. */
async function speaking(says: (connection: ProtocolConnection) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  try {
    await says(connection);
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** The code of the error that a request ends with. */
async function codeOf(asked: Promise<unknown>): Promise<number | undefined> {
  return asked.then(
    () => undefined,
    (error: { readonly code: number }) => error.code,
  );
}

/** While a mesh of 131,072 links is judged, what waits for it is cancelled at once, and the server goes on. */
async function cancels(connection: ProtocolConnection, uri: string): Promise<void> {
  const text = `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..128] : OSFP }
switch type Spine { height 2 RU  ports down[1..1024] : OSFP }
network n : scale-out {
    switch leaf[1..1024] : Leaf
    switch spine[1..128] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
}
`;
  const judged = new Promise<void>((done) => {
    connection.onNotification(methods.analyzed, (params: AnalyzedParams) => {
      if (params.uri === uri) done();
    });
  });
  const order: string[] = [];
  const textDocument = { uri, languageId: 'fabric', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const cancelled = [
    [methods.graph, { uri, view: 'network:n' }],
    ['textDocument/codeAction', { textDocument: { uri }, range: line(1), context: { diagnostics: [] } }],
  ].map(async ([method, params]) => {
    const source = new CancellationTokenSource();
    const asked = connection.sendRequest(method as string, params, source.token);
    setTimeout(() => source.cancel(), 5);
    const refused = asked.then(
      () => undefined,
      (error: { readonly code: number }) => error.code,
    );
    expect(await refused).toBe(LSPErrorCodes.RequestCancelled);
    order.push('cancelled');
  });
  await Promise.all([...cancelled, judged.then(() => order.push('judged'))]);
  expect(order).toEqual(['cancelled', 'cancelled', 'judged']);
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 4, character: 13 },
  });
  expect(JSON.stringify(hover?.contents)).toContain('switch leaf');
}

function line(number: number) {
  return { start: { line: number, character: 0 }, end: { line: number, character: 5 } };
}
