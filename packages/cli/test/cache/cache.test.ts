// What is stored, what it is stored for, and what becomes of files that are damaged, foreign or out of reach.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';
import { asPlain, cached, plain } from './replayed.ts';

const design = 'switch type Box { height 1 dB }\n';

/** A folder with a design, and a cache that is empty. */
function start(files: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ 'a.fabric': design, ...files });
  const caches = folder();
  return { cwd, world: { cwd, env: { XDG_CACHE_HOME: caches } }, cache: join(caches, 'lightloom') };
}

/** A folder in which a configuration ignores everything: nothing else has a look at it. */
const drafts = { 'drafts/lightloom.json': '{ "ignore": ["*.fabric"] }', 'drafts/e.fabric': design };

const stored = (cache: string): string[] => (existsSync(cache) ? readdirSync(cache) : []);

describe('an outcome', () => {
  it.each([
    ['other arguments', ['check', '--quiet'], {}],
    ['another build, as of a part library that was changed', ['check'], { build: 'other' }],
    ['colors', ['check'], { env: { FORCE_COLOR: '1' } }],
    ['a terminal', ['check'], { isTerminal: true }],
    ['a terminal of another width', ['check'], { columns: 40 }],
    ['a job of GitHub Actions', ['check'], { env: { GITHUB_STEP_SUMMARY: '/dev/null' } }],
  ])("isn't that of a run with %s", async (_, line, other) => {
    const { world } = start();
    await cached(['check'], world);
    const now = { ...world, ...other, env: { ...world.env, ...('env' in other ? other.env : {}) } };
    const ran = await cached(line, now);
    expect(ran.isReplayed).toBe(false);
    expect(asPlain(ran)).toEqual(await plain(line, now));
  });

  it("isn't that of another Node", async () => {
    const { world } = start();
    await cached(['check'], world);
    const { version } = process;
    onTestFinished(() => void Object.defineProperty(process, 'version', { value: version }));
    Object.defineProperty(process, 'version', { value: 'v99.0.0' });
    expect((await cached(['check'], world)).isReplayed).toBe(false);
  });

  it.each<[string, readonly string[], (cwd: string) => void]>([
    ['an import that was missing is there', [], (cwd) => writeFileSync(join(cwd, 'later.fabric'), design)],
    ['a design is new', [], (cwd) => writeFileSync(join(cwd, 'sub/c.fabric'), design)],
    ['a design is gone', [], (cwd) => rmSync(join(cwd, 'a.fabric'))],
    [
      'a configuration is new',
      [],
      (cwd) => writeFileSync(join(cwd, 'lightloom.json'), '{ "rules": { "unit": "off" } }'),
    ],
    [
      'a configuration ignores a design',
      [],
      (cwd) => writeFileSync(join(cwd, 'lightloom.json'), '{ "ignore": ["a.*"] }'),
    ],
    [
      'a configuration ignores a design that is named',
      ['a.fabric', 'b.fabric', '--skip-ignored'],
      (cwd) => writeFileSync(join(cwd, 'lightloom.json'), '{ "ignore": ["a.*"] }'),
    ],
    ['no configuration ignores a folder any more', [], (cwd) => rmSync(join(cwd, 'drafts/lightloom.json'))],
    ['the named configuration is gone', ['--config', 'own.json'], (cwd) => rmSync(join(cwd, 'own.json'))],
    [
      'the named configuration is another',
      ['--config', 'own.json'],
      (cwd) => writeFileSync(join(cwd, 'own.json'), '{'),
    ],
    ['the folder of imports is gone', ['--import-from', 'sub'], (cwd) => rmSync(join(cwd, 'sub'), { recursive: true })],
    [
      'the folder of imports is a file',
      ['b.fabric', '--import-from', 'sub'],
      (cwd) => {
        rmSync(join(cwd, 'sub'), { recursive: true });
        writeFileSync(join(cwd, 'sub'), '');
      },
    ],
    [
      'a baseline is new',
      ['--report-suppressed', '-f', 'sarif'],
      (cwd) => writeFileSync(join(cwd, 'lightloom-baseline.json'), '{}'),
    ],
    [
      'two outputs are one file',
      ['-f', 'json', '-o', 'x.json', '-f', 'junit', '-o', 'y.xml'],
      (cwd) => {
        rmSync(join(cwd, 'y.xml'));
        symlinkSync('x.json', join(cwd, 'y.xml'));
      },
    ],
  ])("isn't current when %s", async (_, options, happens) => {
    const { cwd, world } = start({ 'b.fabric': 'import "./later"\n', 'sub/d.fabric': '', 'own.json': '{}', ...drafts });
    const line = ['check', ...options];
    const before = await cached(line, world);
    expect(await cached(line, world)).toEqual({ ...before, isReplayed: true });
    happens(cwd);
    const ran = await cached(line, world);
    expect(ran.isReplayed).toBe(false);
    expect(asPlain(ran)).toEqual(await plain(line, world));
    expect(ran).not.toEqual(before);
  });

  it("isn't that of an equal folder elsewhere", async () => {
    const { world } = start();
    await cached(['check'], world);
    expect((await cached(['check'], { ...world, cwd: folder({ 'a.fabric': design }) })).isReplayed).toBe(false);
  });

  it('is appended to the summary of a job again', async () => {
    const { world } = start();
    const summary = join(folder(), 'summary.md');
    const job = { ...world, env: { ...world.env, GITHUB_STEP_SUMMARY: summary } };
    await cached(['check', '-f', 'github'], job);
    const once = readFileSync(summary, 'utf8');
    expect((await cached(['check', '-f', 'github'], job)).isReplayed).toBe(true);
    expect(readFileSync(summary, 'utf8')).toBe(once + once);
  });

  it('names no folder of this computer, and holds no time', async () => {
    const { cwd, world, cache } = start();
    await cached(['check'], world);
    const [name = ''] = stored(cache);
    expect(readFileSync(join(cache, name), 'utf8')).not.toContain(cwd);
    const before = readFileSync(join(cache, name), 'utf8');
    writeFileSync(join(cache, name), '');
    await cached(['check'], world);
    expect(readFileSync(join(cache, name), 'utf8')).toBe(before);
  });

  it("isn't stored of a run that can't be followed, and never without --cache", async () => {
    const { world, cache } = start();
    expect((await cached(['check', 'no.fabric'], world)).code).toBe(2);
    expect((await cached(['check', '--set', 'no=1'], world)).code).toBe(2);
    expect((await lightloom(['check'], world)).code).toBe(1);
    expect(stored(cache)).toEqual([]);
  });

  it("is written to its file again, and reports when that can't be done", async () => {
    const { cwd, world } = start();
    const line = ['check', '-f', 'json', '-o', 'found/findings.json'];
    await cached(line, world);
    const right = readFileSync(join(cwd, 'found/findings.json'), 'utf8');
    writeFileSync(join(cwd, 'found/findings.json'), 'old');
    expect((await cached(line, world)).isReplayed).toBe(true);
    expect(readFileSync(join(cwd, 'found/findings.json'), 'utf8')).toBe(right);
    mkdirSync(join(cwd, 'a'));
    const wrong = ['check', '-o', 'a'];
    expect(asPlain(await cached(wrong, world))).toEqual(await plain(wrong, world));
  });
});

describe('a file of the cache', () => {
  const damages: Readonly<Record<string, (text: string) => string>> = {
    'that is empty': () => '',
    'that was cut': (text) => text.slice(0, text.length / 2),
    'with one character that is another': (text) => text.replace('1 error', '0 error'),
    'of another run': (text) => text.replace(/"key":"./, '"key":"x'),
    'of another program': () => 'a\nb\nc',
    'with JSON that is something else': () => '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n{}\n',
  };
  it.each(Object.entries(damages))('%s is made again', async (_, damage) => {
    const { world, cache } = start();
    const right = await cached(['check'], world);
    const [name = ''] = stored(cache);
    const text = readFileSync(join(cache, name), 'utf8');
    writeFileSync(join(cache, name), damage(text));
    expect(await cached(['check'], world)).toEqual(right);
    expect(readFileSync(join(cache, name), 'utf8')).toBe(text);
    expect((await cached(['check'], world)).isReplayed).toBe(true);
  });

  it('that is a folder is a warning, and the result stands', async () => {
    const { world, cache } = start();
    const right = await cached(['check'], world);
    const [name = ''] = stored(cache);
    const other = folder();
    mkdirSync(join(other, 'lightloom', name, 'in'), { recursive: true });
    const ran = await cached(['check'], { ...world, env: { XDG_CACHE_HOME: other } });
    expect([ran.code, ran.out]).toEqual([right.code, right.out]);
    expect(ran.err).toMatch(/^warning: The cache can't be written: .*\.\n$/);
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that is read-only is a warning too', async () => {
    const { world, cache } = start();
    mkdirSync(cache, { recursive: true });
    chmodSync(cache, 0o500);
    expect((await cached(['check'], world)).err).toMatch(/^warning: The cache can't be written: /);
  });

  it('goes when there are many newer ones; what is not of the cache stays', async () => {
    const { world, cache } = start();
    mkdirSync(cache, { recursive: true });
    for (let i = 0; i < 500; i++) {
      const path = join(cache, String(i).padStart(64, '0'));
      writeFileSync(path, '');
      utimesSync(path, 1000 + i, 1000 + i);
    }
    writeFileSync(join(cache, 'notes.txt'), '');
    await cached(['check'], world);
    const left = stored(cache);
    expect(left).toHaveLength(251);
    expect(left).toContain('notes.txt');
    expect(left).not.toContain('0'.repeat(64));
    expect((await cached(['check'], world)).isReplayed).toBe(true);
  });

  it('may be written by several processes at once', async () => {
    const { world, cache } = start();
    const all = await Promise.all(Array.from({ length: 8 }, () => cached(['check'], world)));
    expect(new Set(all.map(({ out }) => out)).size).toBe(1);
    expect(stored(cache)).toHaveLength(1);
    expect((await cached(['check'], world)).isReplayed).toBe(true);
  });
});

describe('the folder of the cache', () => {
  it.each([
    [['--cache-location', 'own/cache']],
    [['--cache-location=own/cache']],
    [['--cache-location', 'other', '--cache-location', 'own/cache']],
  ])('is where %s says', async (options) => {
    const { cwd, world, cache } = start();
    await cached(['check', ...options], world);
    expect(stored(join(cwd, 'own/cache'))).toHaveLength(1);
    expect(stored(cache)).toEqual([]);
    expect((await cached(['check', ...options], world)).isReplayed).toBe(true);
  });
});
