// The command as it ships: packed, installed into an empty folder outside the repository, and started from there.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onceARun } from '../kit/once-a-run.ts';
import { root } from '../sources.ts';

/** A run of the installed command. */
interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly input?: string;
  readonly uid?: number;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The installed command. */
export interface Installed {
  /** The folder it is installed in, where the example designs are too. */
  readonly folder: string;
  /** The file that Node starts. */
  readonly program: string;
  run(args: readonly string[], options?: RunOptions): Ran;
  /** Runs a line of the shell, in which `lightloom` is the command. */
  shell(line: string): Ran;
}

function npm(args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
}

/** Packs the command and installs it without the network: whatever it needs is in the package, but for what is optional. */
function pack(folder: string): void {
  const packed = join(folder, 'packed');
  mkdirSync(packed);
  npm(['pack', '--pack-destination', packed], join(root, 'packages/cli'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--offline', '--omit=optional', `./packed/${readdirSync(packed)[0]}`], folder);
  for (const name of ['xpo-pod.fabric', 'site.fabric']) cpSync(join(root, 'examples', name), join(folder, name));
}

/** The packed command, installed in a folder of its own, to be changed and removed. */
export async function installCommand(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'lightloom-packed-'));
  cpSync(await onceARun('packed-command', pack), folder, { recursive: true, verbatimSymlinks: true });
  const program = join(folder, 'node_modules/lightloom/dist/lightloom.cjs');
  const env = { ...process.env, NO_COLOR: '1' };
  const ran = ({ status, stdout, stderr }: ReturnType<typeof spawnSync>): Ran => ({
    code: status,
    out: String(stdout),
    err: String(stderr),
  });
  return {
    folder,
    program,
    run: (args, { env: more, ...options } = {}) =>
      ran(
        spawnSync(process.execPath, [program, ...args], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...env, ...more },
          ...options,
        }),
      ),
    shell(line) {
      const lightloom = `lightloom() { "${process.execPath}" "${program}" "$@"; }`;
      return ran(spawnSync('bash', ['-c', `${lightloom}; ${line}`], { cwd: folder, encoding: 'utf8', env }));
    },
  };
}

/**
 * Talks to a language server: opens a text and gives the codes of what is found in it, then ends the server.
 * @param trusted address of the workspace, whose plug-ins may run
 */
export async function serverFinds(args: readonly string[], uri: string, text: string, trusted?: string) {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let received = '';
  let wake = (): void => undefined;
  server.stdout.on('data', (chunk) => {
    received += chunk;
    wake();
  });
  const answer = async (mark: RegExp): Promise<string> => {
    for (;;) {
      const found = mark.exec(received);
      if (found !== null) return found[0];
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const project =
    trusted === undefined
      ? {}
      : { workspaceFolders: [{ uri: trusted, name: 'trusted' }], initializationOptions: { allowPlugins: true } };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, ...project } });
  await answer(/"hoverProvider"/);
  send({ method: 'initialized', params: {} });
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'fabric', version: 1, text } },
  });
  const published = await answer(/"diagnostics":\[\{.*?"code":"[^"]+"/);
  send({ id: 2, method: 'shutdown' });
  await answer(/"id":2/);
  send({ method: 'exit' });
  const code = await new Promise((resolve) => server.on('close', resolve));
  return { code, published };
}

/** Starts a server on a folder with a plug-in that prints and finds one thing, and gives back what the server publishes. */
export async function serverRunsPlugin(args: readonly string[], folder: string): ReturnType<typeof serverFinds> {
  const text = 'host type Box { height 1 OU  power 3 kW }\nhost box : Box\n';
  const files = {
    'box.fabric': text,
    'lightloom.json': '{ "plugins": ["./acme.mjs"] }',
    'acme.mjs': `console.log('hello');
const check = (design) => [...design.devices()].map((about) => ({ message: 'A box.', about }));
export default { name: 'acme', rules: [{ id: 'acme/box', severity: 'warning', title: 'A box', why: 'It is one.', check }] };
`,
  };
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const address = pathToFileURL(folder).href;
  return serverFinds(args, `${address}/box.fabric`, text, address);
}
