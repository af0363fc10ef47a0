// What is written, and what is never replaced.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targetOf, writeTarget } from '../../src/process/write-file.ts';
import { folder, lightloom, podFolder } from '../lightloom.ts';

const bad = 'switch type Box { height 1 dB }\n';
const modeOf = (path: string): number => statSync(path).mode & 0o7777;

/** That a command line writes nothing, says why, and leaves a file as it was. */
async function expectRefused(cwd: string, args: readonly string[], kept: string, says: string): Promise<void> {
  const before = readFileSync(join(cwd, kept), 'utf8');
  const { code, out, err } = await lightloom(args, { cwd });
  expect([args, code, out, err]).toEqual([args, 2, '', expect.stringContaining(says)]);
  expect(readFileSync(join(cwd, kept), 'utf8')).toBe(before);
}

describe('-o', () => {
  it.each([
    ['check', 'a.fabric', '-o', 'a.fabric'],
    ['check', 'a.fabric', '-o', 'b.fabric'],
    ['check', 'a.fabric', '-f', 'json', '-o', 'link.json'],
    ['report', 'a.fabric', '-o', './a.fabric'],
    ['export', 'bom', 'a.fabric', '-o', 'a.fabric'],
    ['fail', 'a.fabric', '-o', 'a.fabric'],
    ['parts', '-o', 'a.fabric'],
    ['render', 'a.fabric', '--list', '-f', 'svg', '-o', 'a.fabric'],
  ])('of %s never replaces a .fabric file: %j', async (...args) => {
    const cwd = folder({ 'a.fabric': 'switch type Box { height 1 RU }\nswitch a : Box\n', 'b.fabric': bad });
    symlinkSync('a.fabric', join(cwd, 'link.json'));
    for (const kept of ['a.fabric', 'b.fabric'])
      await expectRefused(cwd, args, kept, 'is a .fabric file; `-o` never replaces one. Name another file.\n');
    expect(readdirSync(cwd).sort()).toEqual(['a.fabric', 'b.fabric', 'link.json']);
  });

  it('never replaces a configuration, the chosen one or the nearest', async () => {
    const cwd = folder({ 'a.fabric': '', 'lightloom.json': '{}', 'own.json': '{}' });
    const says = 'is a configuration; `-o` never replaces one.';
    await expectRefused(cwd, ['check', '-o', 'lightloom.json'], 'lightloom.json', `lightloom.json ${says}`);
    await expectRefused(cwd, ['check', '--config', 'own.json', '-o', 'own.json'], 'own.json', `own.json ${says}`);
  });

  it('creates the folders of a file, and reports where it can’t', async () => {
    const cwd = folder({ 'a.fabric': '', 'file.txt': '' });
    expect((await lightloom(['check', '-o', 'deep/er/out.txt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'deep/er/out.txt'), 'utf8')).toContain('1 file checked');
    for (const [to, why] of [
      ['file.txt/x', 'part of its path is a file (ENOTDIR)'],
      ['deep', 'it is a folder (EISDIR)'],
      [`${'x'.repeat(300)}`, 'its name is too long (ENAMETOOLONG)'],
    ] as const)
      expect((await lightloom(['check', '-o', to], { cwd })).err).toBe(`error: ${to} can't be written: ${why}.\n`);
  });

  it.each([
    ['', '`-o` names no file.'],
    ['new/', "new/ can't be written: it names a folder; name a file in it."],
  ])('names a file: %j', async (to, says) => {
    const cwd = folder({ 'a.fabric': '' });
    const { code, err } = await lightloom(['report', 'a.fabric', '-o', to], { cwd });
    expect([code, err]).toEqual([2, `error: ${says}\n`]);
    expect(readdirSync(cwd)).toEqual(['a.fabric']);
  });

  it.each(['./x.json', 'deep/../x.json', 'link.json'])('takes one format for a file, also as %s', async (again) => {
    const cwd = folder({ 'a.fabric': '', 'x.json': 'old' });
    symlinkSync('x.json', join(cwd, 'link.json'));
    const args = ['check', '-f', 'json', '-o', 'x.json', '-f', 'sarif', '-o', again];
    await expectRefused(cwd, args, 'x.json', 'is named for two formats; name a file for each.');
  });

  it.skipIf(process.platform !== 'linux')('ends where a file system takes no folder', async () => {
    const { code, err } = await lightloom(['check', '-o', '/proc/x/y'], { cwd: folder({ 'a.fabric': '' }) });
    expect([code, err]).toEqual([
      2,
      "error: /proc/x/y can't be written: its folder can't be created: this file system takes none there (ENOENT).\n",
    ]);
  });

  it('writes to devices as they are', async () => {
    const cwd = podFolder();
    expect((await lightloom(['report', 'xpo-pod.fabric', '-o', '/dev/null'], { cwd })).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    if (process.platform === 'linux')
      expect((await lightloom(['report', 'xpo-pod.fabric', '-o', '/dev/full'], { cwd })).err).toContain(
        "/dev/full can't be written: the disk is full (ENOSPC).",
      );
  });
});

it.skipIf(process.platform === 'win32')(
  'a pipe is written to where somebody reads it, and is an error where nobody does',
  async () => {
    const cwd = folder({ 'a.fabric': '' });
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const write = () => lightloom(['check', '-f', 'json', '-o', 'pipe'], { cwd });
    const { code, err } = await write();
    expect([code, err]).toEqual([
      2,
      "error: pipe can't be written: no program reads from this pipe; start the reader first.\n",
    ]);
    const reader = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    expect((await write()).code).toBe(0);
    expect((await reader.readFile('utf8')).startsWith('{')).toBe(true);
    await reader.close();
  },
);

describe('a file that is replaced', () => {
  const replace = async (path: string, text: string): Promise<void> => writeTarget(await targetOf(path), text);

  it('keeps its mode, and links to it stay links', async () => {
    const cwd = folder({ 'real/out.txt': 'old' });
    chmodSync(join(cwd, 'real/out.txt'), 0o640);
    symlinkSync('real/out.txt', join(cwd, 'link.txt'));
    await replace(join(cwd, 'link.txt'), 'new');
    expect(readlinkSync(join(cwd, 'link.txt'))).toBe('real/out.txt');
    expect(readFileSync(join(cwd, 'real/out.txt'), 'utf8')).toBe('new');
    expect(modeOf(join(cwd, 'real/out.txt'))).toBe(0o640);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['out.txt']);
  });

  it('is another file than before: who reads the old one reads all of it', async () => {
    const cwd = folder({ 'out.txt': 'old' });
    const before = statSync(join(cwd, 'out.txt')).ino;
    await replace(join(cwd, 'out.txt'), 'new');
    expect(statSync(join(cwd, 'out.txt')).ino).not.toBe(before);
  });

  it('is what a link leads to that leads nowhere yet', async () => {
    const cwd = folder();
    symlinkSync('later/out.txt', join(cwd, 'link.txt'));
    await replace(join(cwd, 'link.txt'), 'new');
    expect(readFileSync(join(cwd, 'later/out.txt'), 'utf8')).toBe('new');
  });

  it('stays when the new one can’t be put in its place, and nothing is left beside it', async () => {
    const cwd = folder({ 'out.txt': 'old' });
    const target = await targetOf(join(cwd, 'out.txt'));
    // Not text: writing fails after the temporary file was created.
    await expect(writeTarget(target, { no: 'text' } as never)).rejects.toThrow();
    expect(readdirSync(cwd)).toEqual(['out.txt']);
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toBe('old');
  });

  it('keeps its mode when it is formatted', async () => {
    const cwd = folder({ 'a.fabric': 'switch  type Box {height 1 RU}\n' });
    chmodSync(join(cwd, 'a.fabric'), 0o600);
    expect((await lightloom(['fmt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.fabric'), 'utf8')).toMatch(/^switch type Box \{/);
    expect(modeOf(join(cwd, 'a.fabric'))).toBe(0o600);
    expect(readdirSync(cwd)).toEqual(['a.fabric']);
  });

  it('is no folder, and no link in a circle', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'out'));
    symlinkSync('loop', join(cwd, 'loop'));
    await expect(replace(join(cwd, 'out'), '')).rejects.toThrow('EISDIR');
    await expect(replace(join(cwd, 'loop'), '')).rejects.toThrow('ELOOP');
  });
});
