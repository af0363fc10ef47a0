// What ships is what is tested: a scenario of each command, in the packed command, in an empty folder.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { elkEngine, layout, svg } from '@lightloom/diagram';
import { graphOf } from '@lightloom/language';
import { findingsDocument, formatsOf } from '@lightloom/print';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';
import { root } from '../sources.ts';
import { irregular } from './irregular.ts';
import { type Installed, installCommand, serverFinds } from './packed-command.ts';
import { scenarios } from './scenarios.ts';

const require = createRequire(import.meta.url);

let installed: Installed;
beforeAll(async () => {
  installed = await installCommand();
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
    const program = join(installed.folder, 'node_modules/lightloom/dist/check-program.cjs');
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
