// The extension as it ships: the server and the workers in the `.vsix` are started and answer.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elkEngine, type Graph, layoutBody, svg } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedExtension } from '../e2e/vsix.mjs';
import { factsOf } from '../kit/design.ts';
import { root } from '../sources.ts';
import { irregular } from './irregular.ts';
import { serverFinds, serverRunsPlugin } from './packed-command.ts';
import { unzip } from './unzip.ts';
import { WebWorker } from './web-worker.ts';

const require = createRequire(import.meta.url);
let folder: string;
let dist: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lightloom-vsix-'));
  unzip(packedExtension(root), folder);
  dist = join(folder, 'extension/dist');
  // Bundling and packing may take as long as a test may.
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed extension', () => {
  it('holds its programs, its page, its workers and the licences of what is in them', () => {
    expect(readdirSync(dist).sort()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'agents',
      'client-web.js',
      'client.cjs',
      'elk-worker.min.js',
      'import-module.cjs',
      'layout-worker.js',
      'server-worker.js',
      'server.cjs',
      'webview.css',
      'webview.js',
    ]);
  });

  it('has a server for agents, on the folders that its client names', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [join(dist, 'agents/lightloom.cjs'), 'mcp'],
      env: { ELECTRON_RUN_AS_NODE: '1' },
      cwd: dist,
    });
    const client = new Client({ name: 'test', version: '1' }, { capabilities: { roots: {} } });
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: pathToFileURL(folder).href }] }));
    await client.connect(transport);
    const { tools } = await client.listTools();
    writeFileSync(join(folder, 'box.fabric'), 'switch type Box { height 1 dB }\n');
    const { structuredContent } = await client.callTool({ name: 'check', arguments: { paths: ['box.fabric'] } });
    const { contents } = await client.readResource({ uri: 'lightloom://docs/language' });
    await client.close();
    expect(tools.map(({ name }) => name)).toContain('plan');
    expect(structuredContent).toMatchObject({ files: ['box.fabric'], summary: { errors: 1 } });
    expect(contents[0]).toMatchObject({ text: expect.stringContaining('# ') });
  });

  it('doesn’t call its programs modules: a browser would refuse them', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'extension/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ browser: './dist/client-web.js', main: './dist/client.cjs' });
    expect(manifest.type).toBeUndefined();
  });

  it('has a server that finds what is wrong with a text', async () => {
    const text = 'switch type Box { height 1 dB }\n';
    const { code, published } = await serverFinds([join(dist, 'server.cjs'), '--stdio'], 'file:///a.fabric', text);
    expect([code, published]).toEqual([0, expect.stringContaining('"code":"value/dimension"')]);
  });

  it('has a server that runs a plug-in of the workspace, which prints nothing into the channel', async () => {
    const server = [join(dist, 'server.cjs'), '--stdio'];
    const { code, published } = await serverRunsPlugin(server, join(folder, 'trusted'));
    expect([code, published]).toEqual([0, expect.stringContaining('"code":"acme/box"')]);
  });

  /** Width of the room divided by its height. */
  const shape = 1.5;
  /** Asks the layout worker for a drawing, as the page does. */
  const drawn = (graph: Graph, elk = join(dist, 'elk-worker.min.js')): Promise<unknown> =>
    new Promise((resolve) => {
      const worker = new WebWorker(join(dist, 'layout-worker.js'));
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ elk });
      worker.postMessage({ id: 1, graph, shape });
    });

  it('has a layout worker and an engine that draw an irregular design as the sources do', async () => {
    const facts = await factsOf(irregular);
    const graph = graphOf(facts, 'network:wan');
    if (graph === undefined) throw new Error('The design has no such view.');
    const { Worker } = require('elkjs/lib/elk-worker.min.js') as { Worker: new () => { postMessage(): void } };
    const engine = elkEngine(() => new Worker());
    const { placed } = await layoutBody(graph, { engine, shape });
    expect(await drawn(graph)).toMatchObject({ id: 1, picture: { svg: svg(placed, { theme: 'vscode' }) } });
    const broken = join(folder, 'broken.js');
    writeFileSync(broken, 'throw new Error("no engine here");');
    expect(await drawn(graph, broken)).toEqual({
      id: 1,
      error: 'The layout engine failed: Error: no engine here',
    });
  });
});
