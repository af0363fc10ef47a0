// The server as a process of its own, over standard input and output, bundled as it is shipped.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AnalyzedParams, methods } from '@lightloom/language/protocol';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
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
