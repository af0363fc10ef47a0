// `lightloom diff` of revisions: what is read from Git, and what is said where that can't be.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitObjects } from '../../src/input/git-objects.ts';
import { namedInRevision } from '../../src/input/revision.ts';
import { folder, lightloom } from '../lightloom.ts';
import { commit, git, repository } from './repository.ts';

const box = (height: number): string =>
  `import "std/cages"\nswitch type Box { height ${height} RU  power 1 kW source "sheet"  ports p[1..2] : OSFP }\n`;
const pod = (count: number): string => `import "../parts/box"\nswitch box[1..${count}] : Box\n`;
const files = { 'pods/pod.fabric': pod(2), 'parts/box.fabric': box(1) };

const diff = (cwd: string, ...args: readonly string[]) => lightloom(['diff', ...args], { cwd });

describe('a revision', () => {
  it('holds a design as it was, with what it imported then', async () => {
    const cwd = repository(files);
    writeFileSync(join(cwd, 'parts/box.fabric'), box(2));
    const same = await diff(cwd, 'HEAD:pods/pod.fabric', 'HEAD:pods/pod.fabric', '--exit-code');
    expect([same.code, same.err]).toEqual([0, '']);
    const changed = await diff(cwd, 'HEAD:pods/pod.fabric', 'pods/pod.fabric', '--exit-code');
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('height 1 RU → 2 RU')]);
    const back = await diff(cwd, 'pods/pod.fabric', 'HEAD:pods/pod.fabric');
    expect(back.out).toContain('height 2 RU → 1 RU');
  });

  it('has paths from its top, and with ./ or ../ from the working directory', async () => {
    const cwd = repository(files);
    const within = join(cwd, 'pods');
    for (const path of [
      'HEAD:pods/pod.fabric',
      'HEAD:./pod.fabric',
      'HEAD:../pods/pod.fabric',
      'HEAD~0:./pod.fabric',
    ]) {
      const { code, out, err } = await diff(within, path, 'pod.fabric');
      expect([path, code, err, out]).toEqual([
        path,
        0,
        '',
        expect.stringContaining('pods/pod.fabric → pod.fabric\nNo change.'),
      ]);
    }
    expect((await diff(within, 'HEAD:pod.fabric', 'pod.fabric')).err).toBe(
      'error: HEAD has no pod.fabric; paths start at the top of the repository. Did you mean HEAD:./pod.fabric?\n',
    );
  });

  it('may be a folder: of a design that is gone and one that is new, each is said', async () => {
    const cwd = repository({
      ...files,
      'pods/old.fabric': pod(1),
      '.hidden/x.fabric': pod(1),
      'node_modules/y.fabric': pod(1),
    });
    rmSync(join(cwd, 'pods/old.fabric'));
    writeFileSync(join(cwd, 'pods/fresh.fabric'), pod(3));
    const { code, out, err } = await diff(cwd, 'HEAD:pods', 'pods');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^pods\/fresh\.fabric\nThis design is new: 3 switches/m);
    expect(out).toMatch(/^HEAD:pods\/old\.fabric\nThis design is gone\./m);
    expect(out).toContain('No change in 1 design: pods/pod.fabric.');
    commit(cwd);
    const whole = await diff(cwd, 'HEAD~1:', 'HEAD:', '-f', 'json');
    const { designs } = JSON.parse(whole.out) as { designs: { before: string | null; after: string | null }[] };
    expect(designs.map(({ before, after }) => [before, after])).toEqual([
      ['HEAD~1:parts/box.fabric', 'HEAD:parts/box.fabric'],
      [null, 'HEAD:pods/fresh.fabric'],
      ['HEAD~1:pods/old.fabric', null],
      ['HEAD~1:pods/pod.fabric', 'HEAD:pods/pod.fabric'],
    ]);
  });

  it('is judged by the configuration that it has, or by one that is named', async () => {
    const cwd = repository({ ...files, 'lightloom.json': '{ "rules": { "placement": "error" } }' });
    writeFileSync(join(cwd, 'lightloom.json'), '{ "rules": { "placement": "off" } }');
    const own = await diff(cwd, 'HEAD:pods/pod.fabric', 'pods/pod.fabric');
    const named = await diff(cwd, 'HEAD:pods/pod.fabric', 'pods/pod.fabric', '--config', 'lightloom.json');
    expect(named).toMatchObject({ code: 0, err: '', out: expect.stringContaining('No change.') });
    expect(own).toMatchObject({ code: 0, err: '' });
  });

  it('leaves out of a folder what either configuration ignores: that is not gone', async () => {
    const cwd = repository({ ...files, 'pods/draft.fabric': pod(9) });
    writeFileSync(join(cwd, 'lightloom.json'), '{ "ignore": ["pods/draft.fabric"] }');
    const { out } = await diff(cwd, 'HEAD:pods', 'pods');
    expect(out).toBe('HEAD:pods/pod.fabric → pods/pod.fabric\nNo change.\n');
    expect((await diff(cwd, 'pods', 'HEAD:pods')).out).not.toContain('draft');
  });

  it('is read as it is, whatever hooks, filters and pagers the repository has', async () => {
    const cwd = repository({ ...files, '.gitattributes': '*.fabric filter=evil diff=evil\n' });
    const touched = join(cwd, 'touched');
    for (const name of ['filter.evil.smudge', 'diff.evil.textconv', 'core.pager', 'diff.external', 'core.fsmonitor'])
      git(cwd, 'config', name, `touch '${touched}'`);
    const { code, out } = await diff(cwd, 'HEAD:pods/pod.fabric', 'pods/pod.fabric');
    expect([code, out]).toEqual([0, expect.stringContaining('No change.')]);
    expect(() => rmSync(touched)).toThrow();
  });
});

it('a folder without designs has them all new, or gone', async () => {
  const cwd = repository({ 'README.md': '', 'pods/x.txt': '' });
  const none = await diff(cwd, 'HEAD:', 'pods');
  expect([none.code, none.err]).toEqual([2, 'error: There are no .fabric files in HEAD: and pods.\n']);
  writeFileSync(join(cwd, 'pods/a.fabric'), 'let x = 1 m\n');
  expect((await diff(cwd, 'HEAD:pods', 'pods')).out).toMatch(/^pods\/a\.fabric\nThis design is new/);
  expect((await diff(cwd, 'pods', 'HEAD:pods')).out).toMatch(/^pods\/a\.fabric\nThis design is gone/);
});

describe('what is no revision', () => {
  it.each([
    ['nothing:pods/pod.fabric', 'Git has no revision `nothing` here.'],
    ['--output=x:pods/pod.fabric', "`--output=x` isn't a revision."],
    ['HEAD:pods/none.fabric', 'HEAD has no pods/none.fabric.'],
    ['HEAD:../../x.fabric', '../../x.fabric is outside of the repository.'],
    ['HEAD:README.md', 'HEAD:README.md is not a .fabric file.'],
    ['HEAD:empty', "HEAD:empty is a folder, and pods/pod.fabric isn't; compare two files, or two folders."],
  ])('%s', async (named, said) => {
    const cwd = repository({ ...files, 'README.md': '', 'empty/x.txt': '' });
    const { code, out, err } = await diff(cwd, '--', named, 'pods/pod.fabric');
    expect([code, out, err]).toEqual([2, '', `error: ${said}\n`]);
  });

  it('in a shallow clone is said to be missing for that', async () => {
    const origin = repository(files);
    writeFileSync(join(origin, 'parts/box.fabric'), box(2));
    commit(origin);
    const cwd = join(folder(), 'clone');
    git(origin, 'clone', '--quiet', '--depth', '1', `file://${origin}`, cwd);
    const { code, err } = await diff(cwd, 'HEAD~1:pods/pod.fabric', 'pods/pod.fabric');
    expect([code, err]).toEqual([2, expect.stringContaining('this clone is shallow')]);
  });

  it('is a path that exists, or one with a drive', () => {
    const cwd = folder({ 'a:b.fabric': '' });
    expect(namedInRevision('a:b.fabric', cwd)).toBeUndefined();
    expect(namedInRevision('c:b.fabric', cwd, 'win32')).toBeUndefined();
    expect(namedInRevision('c:/b.fabric', cwd, 'linux')).toBeUndefined();
    expect(namedInRevision('c:b.fabric', cwd, 'linux')).toEqual({ revision: 'c', path: 'b.fabric' });
    expect(namedInRevision('v1.0:b.fabric', cwd)).toEqual({ revision: 'v1.0', path: 'b.fabric' });
  });

  it('is what a link leads to that leaves the repository', async () => {
    const cwd = repository(files);
    mkdirSync(join(cwd, 'links'));
    symlinkSync('../pods/pod.fabric', join(cwd, 'links/in.fabric'));
    symlinkSync('/etc/passwd', join(cwd, 'links/out.fabric'));
    commit(cwd);
    expect((await diff(cwd, 'HEAD:links/out.fabric', 'pods/pod.fabric')).err).toBe(
      'error: HEAD:links/out.fabric is a link that leads out of the repository.\n',
    );
    expect((await diff(cwd, 'HEAD:links/in.fabric', 'HEAD:links/in.fabric')).code).toBe(0);
  });
});

it('objects of Git are read one after the other, whatever they hold, and whenever they are asked for', async () => {
  const large = 'blob 3\n'.repeat(40_000);
  const cwd = repository({ 'a b': '1\n\n', large, empty: '' });
  const objects = gitObjects(cwd, []);
  const read = async (name: string) => {
    const { kind, content } = await objects(name);
    return [kind, content.toString()];
  };
  const names = ['HEAD:a b', 'HEAD:large', 'HEAD:gone 3', 'HEAD:empty', 'HEAD:large'];
  const holds = [
    ['blob', '1\n\n'],
    ['blob', large],
    ['nothing', ''],
    ['blob', ''],
    ['blob', large],
  ];
  expect(await Promise.all(names.map(read))).toEqual(holds);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await read('HEAD:a b')).toEqual(['blob', '1\n\n']);
  const [kind, why] = (await gitObjects(
    folder(),
    [],
  )('HEAD:a').then(({ kind, content }) => [kind, String(content)])) as string[];
  expect([kind, why]).toEqual(['failed', expect.stringContaining('not a git repository')]);
});
