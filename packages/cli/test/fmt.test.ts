// `lightloom fmt`: what is rewritten, its messages and exit codes.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from './lightloom.ts';

const untidy = 'feed A {capacity   1MW}\n';
const tidy = 'feed A { capacity 1 MW }\n';
const broken = 'feed B {capacity 1MW}\nswitch leaf[1..8 : A\n';
const textOf = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('files', () => {
  it('are rewritten, and those that change are named', async () => {
    const cwd = folder({ 'a.fabric': untidy, 'halls/b.fabric': untidy, 'c.fabric': tidy });
    expect(await lightloom(['fmt'], { cwd })).toEqual({
      code: 0,
      out: 'a.fabric formatted\nhalls/b.fabric formatted\n2 files formatted, 1 unchanged\n',
      err: '',
    });
    for (const name of ['a.fabric', 'halls/b.fabric', 'c.fabric']) expect(textOf(cwd, name)).toBe(tidy);
    expect((await lightloom(['fmt', 'a.fabric', 'halls'], { cwd })).out).toBe('0 files formatted, 2 unchanged\n');
  });
  it('that are in the style are not touched', async () => {
    const cwd = podFolder();
    const before = statSync(join(cwd, 'xpo-pod.fabric')).mtimeMs;
    expect((await lightloom(['fmt', 'xpo-pod.fabric'], { cwd })).out).toBe('0 files formatted, 1 unchanged\n');
    expect(statSync(join(cwd, 'xpo-pod.fabric')).mtimeMs).toBe(before);
  });
  it('with syntax errors are left alone, and the others formatted', async () => {
    const cwd = folder({ 'a.fabric': broken, 'b.fabric': untidy });
    expect(await lightloom(['fmt'], { cwd })).toEqual({
      code: 1,
      out: 'b.fabric formatted\n1 file formatted, 0 unchanged, 1 with syntax errors\n',
      err: 'error: a.fabric:2:18: Expected `]` after the index, found `:`. The file is left unchanged.\n',
    });
    expect(textOf(cwd, 'a.fabric')).toBe(broken);
  });
  it('with findings are formatted: the style asks for no sound design', async () => {
    const cwd = folder({ 'a.fabric': 'switch type Box {height 1dB}\n' });
    expect((await lightloom(['fmt'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'a.fabric')).toBe('switch type Box { height 1 dB }\n');
  });
  it('keep their line ends and their byte-order mark', async () => {
    const cwd = folder({ 'a.fabric': `\uFEFF${untidy.replace('\n', '\r\n')}feed B { }` });
    await lightloom(['fmt'], { cwd });
    expect(textOf(cwd, 'a.fabric')).toBe('\uFEFFfeed A { capacity 1 MW }\r\nfeed B { }\r\n');
  });
  it('that are not text are reported, and the others formatted', async () => {
    const cwd = folder({ 'a.fabric': Uint8Array.of(1, 0, 2), 'b.fabric': untidy });
    const { code, err } = await lightloom(['fmt'], { cwd });
    expect([code, err]).toEqual([2, 'error: a.fabric is not a text file.\n']);
    expect(textOf(cwd, 'b.fabric')).toBe(tidy);
  });
});

describe('--check', () => {
  it('writes nothing, lists files, and shows what the first would become', async () => {
    const cwd = folder({ 'a.fabric': `// x\n\n\n${untidy}`, 'b.fabric': untidy, 'c.fabric': tidy });
    expect(await lightloom(['fmt', '--check'], { cwd })).toEqual({
      code: 1,
      out: `a.fabric is not formatted
  @ line 3
  -
  @ line 4
  - feed A {capacity   1MW}
  + feed A { capacity 1 MW }
b.fabric is not formatted
2 files not formatted, 1 formatted
`,
      err: '',
    });
    expect(textOf(cwd, 'b.fabric')).toBe(untidy);
  });
  it('ends with 0 where all is in the style, and with 1 for a syntax error', async () => {
    const cwd = folder({ 'a.fabric': tidy, 'b/broken.fabric': broken });
    expect(await lightloom(['fmt', '--check', 'a.fabric'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect((await lightloom(['fmt', '--check', 'b'], { cwd })).code).toBe(1);
  });
  it('reports that only line ends differ', async () => {
    const cwd = folder({ 'a.fabric': 'feed A { }\r\nfeed B { }\n' });
    expect((await lightloom(['fmt', '--check'], { cwd })).out).toContain('only line ends differ');
  });
  it('shows the first few stretches of a long file', async () => {
    const cwd = folder({
      'a.fabric': Array.from({ length: 50 }, (_, i) => `feed F${i} {capacity 1MW}\nfeed G${i} { }\n`).join(''),
    });
    const { out } = await lightloom(['fmt', '--check'], { cwd });
    expect(out.match(/@ line/g)).toHaveLength(3);
    expect(out).toContain('  …\n');
  });
});

describe('the standard input', () => {
  it('goes to the standard output', async () => {
    for (const flag of ['-', '--stdin'])
      expect(await lightloom(['fmt', flag], { stdin: untidy })).toEqual({ code: 0, out: tidy, err: '' });
  });
  it('with a syntax error is reported under its name, and gives nothing', async () => {
    expect(await lightloom(['fmt', '-', '--stdin-filename', 'pod.fabric'], { stdin: broken })).toEqual({
      code: 1,
      out: '',
      err: 'error: pod.fabric:2:18: Expected `]` after the index, found `:`. The file is left unchanged.\n',
    });
  });
  it('is checked', async () => {
    expect(await lightloom(['fmt', '-', '--check'], { stdin: tidy })).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = await lightloom(['fmt', '-', '--check'], { stdin: untidy });
    expect([code, out]).toEqual([1, expect.stringMatching(/^<stdin> is not formatted\n/)]);
  });
});

describe('what can’t be followed', () => {
  it.each([
    [['fmt', 'nowhere.fabric'], /nowhere\.fabric does not exist/],
    [['fmt', '-', 'a.fabric'], /standard input is read alone/],
    [['fmt', '--stdin-filename', 'a.fabric'], /--stdin-filename needs the standard input/],
    [['fmt', '-', '--stdin-filename', 'a.txt'], /a\.txt is not a \.fabric file/],
    [['fmt', '--chekc'], /Did you mean --check/],
  ])('%j', async (args, says) => {
    const { code, out, err } = await lightloom(args, { cwd: folder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
  it('a file that can’t be written', async () => {
    const { chmodSync } = await import('node:fs');
    const cwd = folder({ 'a.fabric': untidy });
    chmodSync(join(cwd, 'a.fabric'), 0o444);
    // Whoever may do anything may write it all the same.
    const { code, err } = await lightloom(['fmt'], { cwd });
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else expect([code, err]).toEqual([2, expect.stringContaining("can't be written: permission is denied")]);
  });
});
