// What ships is what is tested: a scenario of each command, in the packed command, in an empty folder; and what it leaves where
// a disk is full, a signal comes or a right is missing.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { elkEngine, layout, svg } from '@lightloom/diagram';
import { graphOf } from '@lightloom/language';
import { findingsDocument, formatsOf } from '@lightloom/print';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';
import { root } from '../sources.ts';
import { type Installed, installCommand, serverFinds } from './packed-command.ts';
import { scenarios } from './scenarios.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const require = createRequire(import.meta.url);
/** 25 places of a continent, linked as they are: nothing that has tiers. */
const irregular = readFileSync(join(root, 'test/cases/drawings/12-wan25.fabric'), 'utf8');

let installed: Installed;
beforeAll(() => {
  installed = installCommand();
  writeFileSync(join(installed.folder, 'design.fabric'), irregular);
  // Bundling, packing and installing may take as long as a test may.
}, 60_000);
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

describe('the packed command', () => {
  it('brings everything it needs, and the licences of what it brings', () => {
    const modules = join(installed.folder, 'node_modules');
    expect(readdirSync(modules).filter((each) => !each.startsWith('.'))).toEqual(['lightloom']);
    const own = readdirSync(join(modules, 'lightloom'), { recursive: true, encoding: 'utf8' });
    expect(own).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'schemas/findings.schema.json']));
    expect(readFileSync(join(modules, 'lightloom/dist/THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(/^commander /m);
    expect(installed.shell('node_modules/.bin/lightloom --version')).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  });

  it('is linked by `npm ci` in the repository too: the file it starts with is not a built one', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
      readonly bin: { readonly lightloom: string };
    };
    expect(bin.lightloom).not.toMatch(/^dist/);
    expect(existsSync(join(root, 'packages/cli', bin.lightloom))).toBe(true);
  });

  it('says what to do where nothing is built yet', () => {
    const modules = join(installed.folder, 'node_modules/lightloom');
    renameSync(join(modules, 'dist'), join(modules, 'away'));
    const ran = installed.shell('node_modules/.bin/lightloom --version');
    renameSync(join(modules, 'away'), join(modules, 'dist'));
    expect(ran).toEqual({ code: 2, out: '', err: expect.stringContaining('Run `npm run build`') });
  });

  it('has a scenario here for each of its commands', () => {
    const commands = [...installed.run(['--help']).out.matchAll(/^ {2}([a-z][a-z0-9-]*) .*/gm)].map(([, name]) => name);
    expect(Object.keys({ ...scenarios, lsp: [], mcp: [] }).sort(), 'the keys of `scenarios`, and all commands').toEqual(
      [...new Set(commands)].sort(),
    );
  });

  it.each(Object.values(scenarios).flat())('%s', (args, code, prints) => {
    const ran = installed.run(args.split(' '));
    expect([ran.code, ran.out]).toEqual([code, expect.stringMatching(prints)]);
    if (code === 0) expect(ran.err).toMatch(/^(note: .*\n)?$/);
  });

  it('ends with what is kept in a cache without loading the program', () => {
    const line = ['check', 'xpo-pod.fabric', '--cache', '--cache-location', 'kept'];
    const right = installed.run(line);
    const program = join(installed.folder, 'node_modules/lightloom/dist/program.cjs');
    renameSync(program, `${program}.away`);
    const kept = installed.run(line);
    const other = installed.run([...line, '--quiet']);
    renameSync(`${program}.away`, program);
    expect(kept).toEqual(right);
    expect(other.code).toBe(3);
  });

  it('lsp --stdio', async () => {
    const text = 'switch type Box { height 1 dB }\n';
    const { code, published } = await serverFinds([installed.program, 'lsp', '--stdio'], 'file:///a.fabric', text);
    expect(code).toBe(0);
    expect(published).toContain('value/dimension');
  });

  it('formats what is given on the standard input', () => {
    expect(installed.run(['fmt', '-'], { input: 'switch  type Box {height 1 RU}' }).out).toMatch(/^switch type Box \{/);
  });
});

describe('compiled code', () => {
  const folder = (): string => mkdtempSync(join(installed.folder, 'compiled-'));
  const check = (env: Readonly<Record<string, string>>): void => {
    const { code, out, err } = installed.run(['check', 'xpo-pod.fabric'], { env });
    expect([code, err, out]).toEqual([0, '', expect.stringMatching(/\n1 file checked, 0 problems/)]);
  };
  /** The file that a command has kept, and when it was written. */
  const keptIn = (kept: string): { readonly path: string; readonly written: bigint } | undefined => {
    const all = readdirSync(kept, { recursive: true, encoding: 'utf8' });
    const name = all.find((each) => /lightloom-[0-9a-f]{16}-check$/.test(each));
    if (name === undefined) return undefined;
    return { path: join(kept, name), written: statSync(join(kept, name), { bigint: true }).mtimeNs };
  };

  it('is kept by the first run and used by the next', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const first = keptIn(env.NODE_COMPILE_CACHE);
    expect(first).toBeDefined();
    check(env);
    // It would have been written again, were it not used.
    expect(keptIn(env.NODE_COMPILE_CACHE)).toEqual(first);
  });

  it.each<readonly [string, (content: Buffer) => Buffer]>([
    ['cut', (content) => content.subarray(0, content.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of one byte', () => Buffer.alloc(1)],
    ['damaged', (content) => content.map((byte, i) => (i > 1000 && i % 5000 === 0 ? byte ^ 0x5a : byte)) as Buffer],
  ])('that is %s is written again', (_, damage) => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const { path, written } = keptIn(env.NODE_COMPILE_CACHE) as NonNullable<ReturnType<typeof keptIn>>;
    writeFileSync(path, damage(readFileSync(path)));
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)?.written).not.toBe(written);
    const again = keptIn(env.NODE_COMPILE_CACHE);
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)).toEqual(again);
  });

  it.skipIf(process.platform === 'win32')('that others may have written is not used', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const { path, written } = keptIn(env.NODE_COMPILE_CACHE) as NonNullable<ReturnType<typeof keptIn>>;
    chmodSync(path, 0o666);
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)?.written).not.toBe(written);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is not kept where Node is told to keep none, nor of a wrong use', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(installed.run(['check', 'no.fabric'], { env }).code).toBe(2);
    expect(keptIn(env.NODE_COMPILE_CACHE)).toBeUndefined();
  });
});

it('prints the same bytes in any language and time zone of the system', () => {
  const formats = formatsOf(findingsDocument).map(({ name }) => name);
  const files = { 'Ärger.fabric': 'switch a : Bxo\n', 'B.fabric': 'switch b : Box\n', 'i.fabric': 'switch c : Bix\n' };
  const cwd = join(installed.folder, 'languages');
  mkdirSync(cwd);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const printed = (env: Readonly<Record<string, string>>, names: readonly string[]): string => {
    const outputs = formats.flatMap((each) => ['-f', each, '-o', `../printed/${each}`]);
    const args = [installed.program, 'check', '../xpo-pod.fabric', ...names, ...outputs];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^4 files checked, 3 errors/)]);
    return formats.map((each) => readFileSync(join(installed.folder, 'printed', each), 'utf8')).join('\n');
  };
  const names = Object.keys(files);
  const usual = printed({ LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }, names);
  expect(printed({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' }, names.reverse())).toBe(usual);
  expect(printed({ LANG: 'C', LC_ALL: 'sv_SE.UTF-8', TZ: 'Pacific/Chatham' }, ['.'])).toBe(usual);
});

describe('an irregular drawing', () => {
  it('is laid out by the engine that ships, as by the one the sources use', async () => {
    const { code, out, err } = installed.run(['render', 'design.fabric']);
    expect([code, err]).toEqual([0, expect.stringMatching(/^(warning: The design has .*\n)?$/)]);
    const tool = `Lightloom ${installed.run(['--version']).out.trim()}`;
    const graph = await graphOf(await analysisOf(irregular), firstView(installed), { block: { tool } });
    if (graph === undefined) throw new Error('The design has no such view.');
    const { Worker } = require('elkjs/lib/elk-worker.min.js') as { Worker: new () => { postMessage(): void } };
    expect(out).toBe(
      svg(
        await layout(
          graph,
          elkEngine(() => new Worker()),
        ),
        { theme: 'light' },
      ),
    );
    expect(out).not.toBe(svg(await layout(graph), { theme: 'light' }));
  });

  it('is an error where the engine is missing or broken, and not another drawing', () => {
    const engine = join(installed.folder, 'node_modules/lightloom/dist/elk-worker.cjs');
    const whole = readFileSync(engine);
    try {
      // As a file that Node reads as a module of another kind.
      writeFileSync(engine, 'throw new ReferenceError("exports is not defined in ES module scope");');
      const { code, out, err } = installed.run(['render', 'design.fabric']);
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(/^error: lightloom failed: The layout engine failed: exports is not defined in ES module/);
      rmSync(engine);
      expect(installed.run(['render', 'design.fabric']).err).toMatch(/The layout engine failed: Cannot find module/);
    } finally {
      writeFileSync(engine, whole);
    }
  });
});

const firstView = ({ run }: Installed): string => run(['render', 'design.fabric', '--list']).out.split(/\s/)[0] ?? '';

describe('a PNG', () => {
  it('needs the optional package, and has the fonts that ship', () => {
    const png = ['render', 'xpo-pod.fabric', '-o', 'pod.png'];
    expect(installed.run(png)).toMatchObject({ code: 2, err: expect.stringContaining('PNG needs the package') });
    const scope = join(installed.folder, 'node_modules/@resvg');
    cpSync(join(root, 'node_modules/@resvg'), scope, { recursive: true });
    try {
      expect(installed.run(png)).toEqual({ code: 0, out: '', err: '' });
    } finally {
      rmSync(scope, { recursive: true });
    }
    expect(readFileSync(join(installed.folder, 'pod.png')).subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('a PDF', () => {
  it('needs nothing but what ships, which no other command loads', () => {
    const pdf = ['render', 'xpo-pod.fabric', '-o', 'pod.pdf'];
    expect(installed.run(pdf)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(installed.folder, 'pod.pdf'), 'latin1')).toMatch(/^%PDF-1\.7\n[\s\S]*\n%%EOF\n$/);
    const dist = join(installed.folder, 'node_modules/lightloom/dist');
    expect(readFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(
      /^pdfkit .*\n(?:[\s\S]*\n)?tiny-inflate /m,
    );
    renameSync(join(dist, 'render.cjs'), join(dist, 'away.cjs'));
    try {
      expect(installed.run(['check', 'xpo-pod.fabric']).code).toBe(0);
      expect(installed.run(['render', 'xpo-pod.fabric']).code).toBe(0);
      expect(installed.run(pdf)).toMatchObject({ code: 3, err: expect.stringContaining('render.cjs') });
    } finally {
      renameSync(join(dist, 'away.cjs'), join(dist, 'render.cjs'));
    }
  });
});

describe('a workbook, and labels', () => {
  it('need nothing but what ships', () => {
    expect(installed.run(['export', 'bom', 'xpo-pod.fabric', '-f', 'xlsx', '-o', 'bom.xlsx'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(installed.folder, 'bom.xlsx'), 'latin1')).toMatch(/^PK/);
    expect(installed.run(['export', 'labels', 'xpo-pod.fabric', '-f', 'pdf', '-o', 'labels.pdf'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(installed.folder, 'labels.pdf'), 'latin1')).toMatch(/^%PDF-1\.7\n[\s\S]*\n%%EOF\n$/);
    const notices = readFileSync(join(installed.folder, 'node_modules/lightloom/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^fflate .*\n(?:[\s\S]*\n)?write-excel-file /m);
  });
});

describe.skipIf(process.platform !== 'linux')('what is written', () => {
  it.each(['check xpo-pod.fabric', 'report xpo-pod.fabric', 'render xpo-pod.fabric', 'parts', '--help'])(
    'on a full disk behind the standard output is reported, and ends %s with 2',
    (args) => {
      expect(installed.shell(`lightloom ${args} > /dev/full`)).toEqual({
        code: 2,
        out: '',
        err: "error: The standard output can't be written: the disk is full (ENOSPC).\n",
      });
    },
  );

  it('beyond what the system allows leaves the old file', () => {
    writeFileSync(join(installed.folder, 'old.json'), 'old');
    // 8 blocks of 1,024 bytes, less than the report.
    const { code, err } = installed.shell('ulimit -f 8; lightloom report xpo-pod.fabric -f json -o old.json');
    expect([code, err]).toEqual([
      2,
      "error: old.json can't be written: the file would be larger than this system allows (EFBIG).\n",
    ]);
    expect(readFileSync(join(installed.folder, 'old.json'), 'utf8')).toBe('old');
    expect(temporaries()).toEqual([]);
    expect(installed.shell('ulimit -f 8; lightloom report xpo-pod.fabric -f json > cut.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining("The standard output can't be written"),
    });
  });

  it('is never made of the standard input', () => {
    writeFileSync(join(installed.folder, 'in.txt'), 'switch type Box { height 1 RU }\n');
    expect(installed.shell('lightloom check - -o in.txt < in.txt')).toMatchObject({
      code: 2,
      err: 'error: in.txt is the standard input; `-o` never replaces one. Name another file.\n',
    });
    expect(readFileSync(join(installed.folder, 'in.txt'), 'utf8')).toContain('switch type Box');
  });

  it('may be more than the reader takes', () => {
    expect(installed.shell('set -o pipefail; lightloom report xpo-pod.fabric -f json | head -n 1')).toEqual({
      code: 0,
      out: '{\n',
      err: '',
    });
  });
});

const temporaries = (): string[] => readdirSync(installed.folder).filter((each) => each.endsWith('.tmp'));

describe.skipIf(process.platform === 'win32')('a signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while a file is written leaves the old one', async (signal) => {
    const { folder, program } = installed;
    writeFileSync(join(folder, 'kept.txt'), 'old');
    // The new file is complete and is never given its name, so that the signal comes before.
    const slow = join(folder, 'slow.cjs');
    writeFileSync(slow, `require('node:fs').rename = (from, to, done) => setTimeout(done, 60_000);`);
    const child = spawn(process.execPath, ['-r', slow, program, 'check', 'xpo-pod.fabric', '-o', 'kept.txt'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    while (temporaries().length === 0) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('old');
    expect(temporaries()).toEqual([]);
  });
});

/** Whether another user can start Node and the command at all. */
const canBeNobody = (): boolean => isRoot && spawnSync(process.execPath, ['-e', ''], { uid: nobody }).status === 0;

describe.skipIf(!canBeNobody())('for a user without the right to', () => {
  it('read a folder, that is an error, and the rest is checked; nor is a read-only file replaced', () => {
    const { folder } = installed;
    const site = join(folder, 'site-of-others');
    mkdirSync(join(site, 'locked'), { recursive: true });
    cpSync(join(root, 'examples/site.fabric'), join(site, 'a.fabric'));
    writeFileSync(join(site, 'kept.txt'), 'old', { mode: 0o444 });
    chmodSync(join(site, 'locked'), 0o700);
    chmodSync(site, 0o777);
    chmodSync(folder, 0o755);
    const { code, out, err } = installed.run(['check', 'site-of-others'], { uid: nobody });
    expect([code, err]).toEqual([2, "error: site-of-others/locked can't be read: permission is denied (EACCES).\n"]);
    expect(out).toMatch(/1 file checked, 1 unreadable/);
    const by = ['check', 'site-of-others/a.fabric', '-o'];
    expect(installed.run([...by, 'site-of-others/kept.txt'], { uid: nobody }).err).toContain(
      "kept.txt can't be written: permission is denied (EACCES).",
    );
    expect(installed.run([...by, 'site-of-others/new.txt'], { uid: nobody }).code).toBe(0);
  });
});
