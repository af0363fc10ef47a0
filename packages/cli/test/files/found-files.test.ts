// Which files a command line leads to, and what it says of places that it can't look into.
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/input/find-files.ts';
import { folder, lightloom } from '../lightloom.ts';
import { expectValid } from '../schema.ts';

/** What the files of a folder are called, and what can't be read. */
async function found(cwd: string, ...paths: string[]) {
  const { files, problems, unreadable } = await findFiles(paths, cwd);
  return { files: files.map((each) => each.slice(cwd.length + 1)), problems, unreadable };
}

describe('links', () => {
  it('to files are followed, in folders and patterns; links to folders are not', async () => {
    const cwd = folder({ 'own/a.fabric': '', 'other/b.fabric': '' });
    symlinkSync('../other/b.fabric', join(cwd, 'own/linked.fabric'));
    symlinkSync('../other', join(cwd, 'own/folder'));
    const expected = { files: ['own/a.fabric', 'own/linked.fabric'], problems: [], unreadable: [] };
    expect(await found(cwd, 'own')).toEqual(expected);
    expect(await found(cwd, 'own/*.fabric')).toEqual(expected);
    expect(await found(cwd, 'own/**/*.fabric')).toEqual(expected);
    expect((await found(cwd, 'own/linked.fabric')).files).toEqual(['own/linked.fabric']);
  });

  it('to a file that is found by itself, or by another link, are not found too', async () => {
    const cwd = folder({ 'own/z.fabric': '', 'other/b.fabric': '' });
    symlinkSync('z.fabric', join(cwd, 'own/a.fabric'));
    for (const name of ['first', 'second']) symlinkSync('../other/b.fabric', join(cwd, `own/${name}.fabric`));
    expect((await found(cwd, 'own')).files).toEqual(['own/first.fabric', 'own/z.fabric']);
    expect((await found(cwd, 'own/a.fabric')).files).toEqual(['own/a.fabric']);
  });

  it.each(['a', 'a.fabric'])('in a circle are errors, in a folder and by name: %s', async (name) => {
    const cwd = folder({ 'own/good.fabric': '' });
    symlinkSync('z', join(cwd, 'own', name));
    symlinkSync(name, join(cwd, 'own/z'));
    const { code, out, err } = await lightloom(['check', 'own'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`error: own/${name} can't be read: its symbolic links form a circle (ELOOP).\n`);
    expect(out).toMatch(/^1 file checked, 2 unreadable/);
    expect((await lightloom(['check', `own/${name}`], { cwd })).err).toBe(
      `error: own/${name} can't be read: its symbolic links form a circle (ELOOP).\n`,
    );
    expect((await lightloom(['fmt', 'own', '--check'], { cwd })).code).toBe(2);
  });

  it('that lead nowhere are errors where they are called like a design', async () => {
    const cwd = folder({ 'a.fabric': '' });
    symlinkSync('gone', join(cwd, 'b.fabric'));
    symlinkSync('gone', join(cwd, 'b.txt'));
    expect(await found(cwd, '.')).toEqual({
      files: ['a.fabric'],
      problems: [],
      unreadable: ["b.fabric can't be read: the file it links to does not exist (ENOENT)."],
    });
    expect(await found(cwd, 'b.fabric')).toEqual({
      files: [],
      problems: [],
      unreadable: ["b.fabric can't be read: the file it links to does not exist (ENOENT)."],
    });
  });
});

it('a path that is empty, as of a variable that is not set, is not this folder', async () => {
  const cwd = folder({ 'a.fabric': '' });
  expect(await found(cwd, '')).toEqual({
    files: [],
    problems: ['A path is empty; name a file or a folder.'],
    unreadable: [],
  });
});

describe('a configuration', () => {
  const broken = (write: (path: string) => void): string => {
    const cwd = folder({ 'a.fabric': '' });
    write(join(cwd, 'lightloom.json'));
    return cwd;
  };

  it.each([
    ['in UTF-16', 'is encoded in UTF-16; save it as UTF-8.', (to: string) => writeFileSync(to, '\uFEFF{}', 'utf16le')],
    ['of bytes', 'is not a text file.', (to: string) => writeFileSync(to, new Uint8Array([123, 0, 125]))],
    ['in a circle', "can't be read: its symbolic links form a circle (ELOOP).", (to: string) => symlinkSync(to, to)],
    ['that is a folder', 'is a folder; name a file in it.', (to: string) => mkdirSync(to)],
  ])('%s is an error: the designs below it would be judged as if there were none', async (_, why, write) => {
    const { code, out } = await lightloom(['check', 'a.fabric', '-f', 'compact'], { cwd: broken(write) });
    expect(code).toBe(1);
    expect(out).toContain(`lightloom.json:1:1: error: \`lightloom.json\` ${why} [config/unreadable]\n`);
  });
});

describe('patterns', () => {
  it('mean what they mean everywhere', async () => {
    const cwd = folder({
      'a.fabric': '',
      'x/b.fabric': '',
      'x/y/c.fabric': '',
      '.hidden/d.fabric': '',
      'node_modules/e.fabric': '',
    });
    for (const [pattern, files] of [
      ['*.fabric', ['a.fabric']],
      ['./*.fabric', ['a.fabric']],
      ['**/*.fabric', ['a.fabric', 'x/b.fabric', 'x/y/c.fabric']],
      ['x/**', ['x/b.fabric', 'x/y/c.fabric']],
      ['x/?.fabric', ['x/b.fabric']],
      ['{x,z}/[a-c].fabric', ['x/b.fabric']],
      ['{x/y,z}/*.fabric', ['x/y/c.fabric']],
      ['.hidden/*.fabric', ['.hidden/d.fabric']],
      [`${join(folder(), '../')}${cwd.split('/').at(-1)}/*.fabric`, ['a.fabric']],
    ] as const)
      expect([pattern, (await found(cwd, pattern)).files]).toEqual([pattern, files]);
  });

  it('read no folder that can hold no match', async () => {
    const cwd = folder({ 'a.fabric': '', 'x/b.fabric': '' });
    symlinkSync('loop', join(cwd, 'x/loop'));
    expect((await found(cwd, '*.fabric')).unreadable).toEqual([]);
    expect((await found(cwd, '**/*.fabric')).unreadable).toHaveLength(1);
  });
});

// The superuser can read everything; the packed command is tried as another user.
describe.skipIf(process.getuid?.() === 0)('a folder without the right to read it', () => {
  it('is an error, and the others are checked', async () => {
    const cwd = folder({ 'a.fabric': '', 'locked/b.fabric': '' });
    chmodSync(join(cwd, 'locked'), 0);
    const { code, out, err } = await lightloom(['check'], { cwd });
    chmodSync(join(cwd, 'locked'), 0o755);
    expect([code, err]).toEqual([2, "error: locked can't be read: permission is denied (EACCES).\n"]);
    expect(out).toContain('1 file checked, 1 unreadable');
  });
});

describe('an ignored file', () => {
  const files = {
    'lightloom.json': '{ "ignore": ["old/**", "**/*-draft.fabric"] }',
    'a.fabric': '',
    'old/b.fabric': 'switch',
    'x/c-draft.fabric': 'switch',
    'x/lightloom.json': '{}',
    'y/d-draft.fabric': 'switch',
  };
  it('is left out of folders and patterns, by the configuration nearest to it', async () => {
    const cwd = folder(files);
    expect((await lightloom(['check', '-f', 'compact'], { cwd })).out).toContain('2 files checked');
    expect((await lightloom(['check', '**/*.fabric', '-f', 'compact'], { cwd })).out).toContain('2 files checked');
    expect((await lightloom(['check', '--config', 'x/lightloom.json', '-f', 'compact'], { cwd })).out).toContain(
      '4 files checked',
    );
  });
  it('is all that is in an ignored folder, whatever configuration is there', async () => {
    const ofOthers = { 'vendor/acme/lightloom.json': '{}', 'vendor/acme/b.fabric': '', 'vendor/acme/x/c.fabric': '' };
    const checked = async (ignore: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const cwd = folder({ 'a.fabric': '', 'lightloom.json': `{ "ignore": ["${ignore}"] }`, ...ofOthers, ...more });
      const { out, err } = await lightloom(['check', '-f', 'compact'], { cwd });
      return out + err;
    };
    for (const ignore of ['vendor', 'vendor/**', 'vendor/acme', '**/acme'])
      expect(await checked(ignore), ignore).toContain('1 file checked');
    expect(await checked('**')).toContain('Every .fabric file in this folder is ignored');
    // Files of a project with a configuration are left out by that one.
    for (const ignore of ['vendor/*', '**/*.fabric', 'vendor/acme/x'])
      expect(await checked(ignore), ignore).toContain(ignore === '**/*.fabric' ? '2 files checked' : '3 files checked');
    // A repository in the folder is a project of its own.
    expect(await checked('vendor', { 'vendor/acme/.git/HEAD': '' })).toContain('3 files checked');
    expect(await checked('vendor', { 'vendor/acme/x/lightloom.json': '{}' })).toContain('1 file checked');
  });
  it('is read where it is named', async () => {
    const { code, out, err } = await lightloom(['check', 'old/b.fabric'], { cwd: folder(files) });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('old/b.fabric:1');
  });
  it('is skipped where it is named with --skip-ignored, and breaks nothing', async () => {
    const cwd = folder(files);
    const checked = await lightloom(['check', 'old/b.fabric', 'a.fabric', '--skip-ignored', '--max-warnings', '0'], {
      cwd,
    });
    expect([checked.code, checked.out, checked.err]).toEqual([
      0,
      expect.stringMatching(/^1 file checked, 0 problems/),
      '',
    ]);
    const none = await lightloom(['fmt', 'old/b.fabric', '--skip-ignored'], { cwd });
    expect([none.code, none.err]).toEqual([0, '']);
  });
  it('is not formatted', async () => {
    const cwd = folder({ ...files, 'old/b.fabric': 'switch  a:B' });
    expect((await lightloom(['fmt', '.', '--check'], { cwd })).out).not.toContain('old/b.fabric');
    expect((await lightloom(['fmt', 'old'], { cwd })).err).toBe(
      'error: Every .fabric file in old is ignored (`ignore` of the configuration).\n',
    );
    expect((await lightloom(['check', 'old', '--no-error-on-unmatched-pattern'], { cwd })).code).toBe(0);
  });
});

describe('a configuration that leaves open which files are ignored', () => {
  const files = { 'a.fabric': 'switch  type A {}\n', 'old/b.fabric': 'switch  type B {}\n' };
  it.each([
    ['{ "ignore": ["old"', 'lightloom.json:1:18', 'Expected `,` or `]`, found the end of the file.'],
    ['{ "ignore": ["../old"] }', 'lightloom.json:1:14', 'A pattern does not lead out of the folder with `..`.'],
    ['{ "ignore": "old" }', 'lightloom.json:1:13', '`ignore` must be a list of patterns, such as `["drafts/**"]`.'],
  ])('%s has nothing changed', async (configuration, place, message) => {
    const cwd = folder({ ...files, 'lightloom.json': configuration });
    const err = `error: ${place}: ${message}\nerror: Which files are ignored is unknown, so none is changed; correct the configuration, or name the files.\n`;
    for (const args of [['fmt'], ['fmt', '--check'], ['check', '--fix'], ['check', '--suppress-all']])
      expect(await lightloom(args, { cwd })).toEqual({ code: 2, out: '', err });
    expect(readFileSync(join(cwd, 'a.fabric'), 'utf8')).toBe(files['a.fabric']);
    expect((await lightloom(['fmt', 'a.fabric'], { cwd })).code).toBe(0);
    // A check changes nothing, and reports the error where it is.
    const checked = await lightloom(['check', '-f', 'compact'], { cwd });
    expect([checked.code, checked.out]).toEqual([1, expect.stringContaining(`${place}: error: ${message}`)]);
  });
  it('is not one with an error elsewhere', async () => {
    const cwd = folder({ ...files, 'lightloom.json': '{ "ignore": ["old"], "rules": { "pwoer": "off" } }' });
    expect((await lightloom(['fmt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'old/b.fabric'), 'utf8')).toBe(files['old/b.fabric']);
  });
});

describe('--print-config', () => {
  const files = {
    'lightloom.json':
      '{\n  "rules": { "power/rack-budget": "note" },\n  "overrides": [\n    { "files": ["drafts/**"], "rules": { "power": "off" } }\n  ],\n  "ignore": ["drafts/old/"]\n}\n',
    'drafts/a.fabric': '',
    'drafts/old/b.fabric': '',
    'c.fabric': '',
  };
  interface Printed {
    readonly configuration: string | null;
    readonly ignored: boolean;
    readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }
  const printed = async (file: string, cwd = folder(files)): Promise<Printed> => {
    const { code, out, err } = await lightloom(['check', '--print-config', file], { cwd });
    expect([code, err]).toEqual([0, '']);
    return expectValid<Printed>('print-config', out);
  };
  it('says where the severity of each rule comes from', async () => {
    const draft = await printed('drafts/a.fabric');
    expect(draft).toMatchObject({ file: 'drafts/a.fabric', configuration: 'lightloom.json', ignored: false });
    const off = { severity: 'off', from: 'overrides[0].rules', name: 'power', at: 'lightloom.json:4:42' };
    expect(draft.rules['power/rack-budget']).toEqual(off);
    expect(draft.rules['power/feed-budget']).toEqual(off);
    const { rules } = await printed('c.fabric');
    expect(rules['power/rack-budget']).toEqual({
      severity: 'note',
      from: 'rules',
      name: 'power/rack-budget',
      at: 'lightloom.json:2:14',
    });
    expect(rules['unused/import']).toEqual({ severity: 'note', from: 'default' });
    expect((await printed('drafts/old/b.fabric')).ignored).toBe(true);
  });
  it('needs no configuration', async () => {
    const { configuration, rules } = await printed('c.fabric', folder({ 'c.fabric': '' }));
    expect(configuration).toBe(null);
    expect(new Set(Object.values(rules).map(({ from }) => from))).toEqual(new Set(['default']));
  });
  it('warns of errors in the configuration', async () => {
    const cwd = folder({ 'c.fabric': '', 'lightloom.json': '{ "ignore": 1 }' });
    const { code, err } = await lightloom(['check', '--print-config', 'c.fabric'], { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: lightloom\.json:1:13: `ignore` must be a list/);
  });
  it.each([
    ['lone.fabric'],
    ['lightloom.json'],
    ['.'],
    ['c.fabric', 'c.fabric'],
    ['c.fabric', '-f', 'json'],
    ['c.fabric', '--fix'],
    ['c.fabric', '--config', 'lone.json'],
  ])('is used wrongly: %s %s %s', async (...args) => {
    const { code, out, err } = await lightloom(['check', '--print-config', ...args], { cwd: folder(files) });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: /);
  });
});
