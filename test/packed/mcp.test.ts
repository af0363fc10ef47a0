// `lightloom mcp` as it ships, as a process that the protocol's own client starts.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Installed, installCommand } from './packed-command.ts';

let installed: Installed;
beforeAll(async () => {
  installed = await installCommand();
  // Bundling, packing and installing may take as long as a test may.
}, 60_000);
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

/** A design with as many links as there may be, which takes most of a second to check. */
const large = `import "std/osfp"
switch type Box { height 29 RU  ports p[1..1024] : OSFP }
${Array.from(
  { length: 8 },
  (_, k) => `switch a${k}[1..1024] : Box
switch b${k}[1..1024] : Box
plug Osfp800Dr8 into a${k}.p, b${k}.p
link a${k}.p to b${k}.p over OS2 { length ${20 + k} m  connectors 2 x MPO16 }`,
).join('\n')}
`;

/** A client of a server that was started for it. */
async function connected(args: readonly string[] = [], roots?: readonly string[]) {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: roots === undefined ? {} : { roots: {} } });
  if (roots !== undefined)
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots.map((uri) => ({ uri, name: 'root' })) }));
  const problems: Error[] = [];
  client.onerror = (error) => problems.push(error);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [installed.program, 'mcp', ...args],
      cwd: installed.folder,
      stderr: 'ignore',
    }),
  );
  onTestFinished(() => client.close());
  await client.listTools();
  return { client, problems };
}

/** A server without a client: lines in, lines out. */
function started(args: readonly string[] = []) {
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [installed.program, 'mcp', ...args], {
    cwd: installed.folder,
  });
  const printed = { out: '', err: '' };
  server.stdout.on('data', (chunk) => void (printed.out += chunk));
  server.stderr.on('data', (chunk) => void (printed.err += chunk));
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
  const send = (message: object): boolean => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const answered = async (id: number): Promise<void> => {
    while (!new RegExp(`"id":${id}\\b`).test(printed.out))
      await new Promise((resolve) => server.stdout.once('data', resolve));
  };
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  return { server, printed, ended, send, answered, initialize: { id: 1, method: 'initialize', params } };
}

describe('the server', () => {
  it('answers by each of its tools what fits their schemas', async () => {
    const { client, problems } = await connected();
    const call = async (name: string, args: Readonly<Record<string, unknown>>) => {
      const { isError, content } = await client.callTool({ name, arguments: args });
      const [first] = content as readonly { readonly text: string }[];
      return [isError ?? false, first?.text];
    };
    const file = 'xpo-pod.fabric';
    expect(await call('check', { paths: [file] })).toEqual([
      false,
      expect.stringMatching(/^1 file checked, 0 problems/m),
    ]);
    expect(await call('check', { text: 'switch' })).toEqual([false, expect.stringContaining('error[')]);
    expect(await call('explain', { file, name: 'primary' })).toEqual([
      false,
      expect.stringContaining('rise of primary'),
    ]);
    expect(await call('explain', { rule: 'optics/reach' })).toEqual([false, expect.stringContaining('[optics/reach]')]);
    expect(await call('diff', { old: file, new: file })).toEqual([false, expect.stringContaining('No change.')]);
    expect(await call('parts', { pattern: 'Xpo' })).toEqual([false, expect.stringContaining('import "std/xpo"')]);
    expect(await call('render', { file, format: 'svg' })).toEqual([false, expect.stringContaining('View overview')]);
    expect(await call('fix', { text: 'import "std/xpo"\nhost type Box { height 1 OU }\nhost box : Box\n' })).toEqual([
      false,
      expect.stringContaining('Would fix 1 problem'),
    ]);
    expect(await call('check', { paths: ['/etc'] })).toEqual([true, expect.stringContaining('outside of the folders')]);
    const { resources } = await client.listResources();
    for (const { uri } of resources) expect((await client.readResource({ uri })).contents).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('answers others while it is busy, says how far it is, and gives up what is cancelled', async () => {
    const { client } = await connected();
    // The library is read once; after that, what the others ask takes milliseconds, and the check a hundred times as long.
    await client.callTool({ name: 'parts', arguments: { pattern: 'Xpo' } });
    const stop = new AbortController();
    let isDone = false;
    const steps: unknown[] = [];
    const busy = client
      .callTool({ name: 'check', arguments: { text: large } }, undefined, {
        signal: stop.signal,
        onprogress: (step) => steps.push(step),
      })
      .finally(() => {
        isDone = true;
      });
    const ended = expect(busy).rejects.toThrow('no longer wanted');
    const others = Array.from({ length: 4 }, (_, i) =>
      client.callTool({ name: 'parts', arguments: { pattern: ['SN5600', 'Xpo', 'OS2', 'QM9700'][i] } }),
    );
    expect((await Promise.all(others)).map(({ isError }) => isError ?? false)).toEqual([false, false, false, false]);
    expect([isDone, steps]).toEqual([false, [{ progress: 1, total: 1 }]]);
    stop.abort(new Error('no longer wanted'));
    await ended;
    expect(await client.callTool({ name: 'parts', arguments: { pattern: 'Xpo' } })).not.toHaveProperty('isError');
  });

  it('writes what it may', async () => {
    mkdirSync(join(installed.folder, 'own'));
    const file = join(installed.folder, 'own/unused.fabric');
    writeFileSync(file, 'import "std/xpo"\nhost type Box { height 1 OU }\nhost box : Box\n');
    const { client } = await connected(['own', '--allow-write']);
    await client.callTool({ name: 'fix', arguments: { write: true } });
    expect(readFileSync(file, 'utf8')).not.toContain('import');
  });

  it('works in the folders of its client', async () => {
    const folders = ['one', 'two'].map((name) => {
      mkdirSync(join(installed.folder, name));
      writeFileSync(join(installed.folder, name, `${name}.fabric`), 'host type Box { height 1 OU }\n');
      return pathToFileURL(join(installed.folder, name)).href;
    });
    const { client } = await connected([], folders);
    const paths = async (...of: readonly string[]) =>
      (await client.callTool({ name: 'check', arguments: { paths: of } })).structuredContent;
    expect(await paths('.')).toMatchObject({ files: ['one.fabric'] });
    expect(await paths('../two')).toMatchObject({ files: ['../two/two.fabric'] });
    expect(await paths('..')).toBeUndefined();
  });

  it('prints nothing but messages, whatever a plug-in prints, and ends with its input', async () => {
    const files = {
      'acme.mjs': `console.log('hello');
process.stdout.write('hello again');
export default { name: 'acme', rules: [{ id: 'acme/box', severity: 'warning', title: 'A box', why: 'It is one.', check: () => [] }] };
`,
      'lightloom.json': '{ "plugins": ["./acme.mjs"] }',
      'box.fabric': 'host type Box { height 1 OU }\nhost box : Box\n',
    };
    mkdirSync(join(installed.folder, 'house'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(installed.folder, 'house', name), text);
    const { server, printed, ended, send, answered, initialize } = started(['house', '--allow-plugins']);
    send(initialize);
    send({ method: 'notifications/initialized' });
    server.stdin.write('this is no message\n');
    send({ id: 2, method: 'tools/call', params: { name: 'check', arguments: {} } });
    await answered(2);
    server.stdin.end();
    expect(await ended).toBe(0);
    const lines = printed.out.trim().split('\n');
    expect(lines.map((each) => (JSON.parse(each) as { readonly id: number }).id)).toEqual([1, 2]);
    expect(printed.err).toContain('hello again');
  });

  it('ends with its input while it is busy', async () => {
    const { server, ended, send, answered, initialize } = started();
    send(initialize);
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'check', arguments: { text: large } } });
    await answered(1);
    server.stdin.end();
    expect(await ended).toBe(0);
  });
});

describe('every other command', () => {
  it('needs nothing of it', () => {
    const dist = join(installed.folder, 'node_modules/lightloom/dist');
    renameSync(join(dist, 'mcp-sdk.cjs'), join(dist, 'away'));
    const { code, err } = installed.run(['check', 'xpo-pod.fabric']);
    const help = installed.run(['help', 'mcp']);
    renameSync(join(dist, 'away'), join(dist, 'mcp-sdk.cjs'));
    expect([code, err, help.code]).toEqual([0, '', 0]);
  });
});
