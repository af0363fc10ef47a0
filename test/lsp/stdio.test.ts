// The server as a process of its own, over standard input and output, bundled as it is shipped.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
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

it('greets, checks a file, says goodbye and ends with 0', async () => {
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
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  expect(complaints).toBe('');
  connection.dispose();
});
