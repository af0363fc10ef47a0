// `lightloom check`: exit codes, arguments, messages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder, podWith } from './lightloom.ts';

/** A design with a warning and no error: an allowance that suppresses nothing. */
const warns = 'allow optics/reach because "not yet"\n';
const fails = 'switch type Box { height 1 dB }\n';

describe('the exit code', () => {
  it('is 0 for the pod, whose last line counts what was checked', async () => {
    const { code, out, err } = await lightloom(['check', 'xpo-pod.fabric'], { cwd: podFolder() });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^1 file checked, 0 problems; 9,796 limits judged, 38 not \(4 reasons\)\n$/);
  });
  it('is 1 with an error, and 0 with --exit-zero', async () => {
    const cwd = folder({ 'a.fabric': fails });
    const { code, out } = await lightloom(['check'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/1 file checked, 1 error\n$/);
    expect((await lightloom(['check', '--exit-zero'], { cwd })).code).toBe(0);
  });
  it('is 0 with warnings, unless there are more than are allowed', async () => {
    const cwd = folder({ 'a.fabric': warns });
    const plain = await lightloom(['check'], { cwd });
    expect(plain.out).toContain('warning[control/unused-allow]');
    expect(plain.code).toBe(0);
    expect((await lightloom(['check', '--max-warnings', '1'], { cwd })).code).toBe(0);
    const none = await lightloom(['check', '--max-warnings', '0'], { cwd });
    expect([none.code, none.err]).toEqual([1, 'error: 1 warning; none is allowed.\n']);
    expect((await lightloom(['check', '--error-on-warning'], { cwd })).code).toBe(1);
    expect((await lightloom(['check', '--error-on-warning', '--exit-zero'], { cwd })).code).toBe(0);
  });
  it('is 0 with limits that can not be judged, unless all must be; an allowance accepts them', async () => {
    const open =
      'import "std/racks"\nrack type R is OpenRackV3 { power 9 kW }\nrack r : R\nswitch type B { height 1 OU }\nswitch b : B\nplace b in r\n';
    const allowed = `${open}allow control/not-judged because "measured on site"\n`;
    const cwd = folder({ 'open.fabric': open, 'allowed.fabric': allowed });
    const plain = await lightloom(['check', 'open.fabric'], { cwd });
    expect(plain.code).toBe(0);
    expect(plain.out).toMatch(/0 problems, 1 note; 2 limits judged, 1 not \(1 reason\)\n$/);
    const strict = await lightloom(['check', 'open.fabric', '--error-on-unjudged'], { cwd });
    expect([strict.code, strict.err]).toEqual([
      1,
      "error: Some limits aren't judged (1 reason); --error-on-unjudged allows none.\n",
    ]);
    expect((await lightloom(['check', 'allowed.fabric', '--error-on-unjudged'], { cwd })).code).toBe(0);
    const json = JSON.parse((await lightloom(['check', 'open.fabric', '-f', 'json'], { cwd })).out);
    expect(json.summary).toMatchObject({ judged: 2, unjudged: 1 });
    const own = {
      design: 'open.fabric',
      judged: 2,
      unjudged: 1,
      reasons: [
        {
          reason: 'B has no `power`',
          missing: { properties: ['power'], declarations: ['switch type B'] },
          location: expect.objectContaining({ path: 'open.fabric', start: { line: 4, column: 1 } }),
          accepted: false,
          limits: [{ rule: 'power/rack-budget', what: 'rack power', count: 1 }],
        },
      ],
    };
    expect(json.limits).toEqual([own]);
    const report = (await lightloom(['report', 'open.fabric'], { cwd })).out;
    expect(report).toContain('**No problems are known as far as it was judged: 1 limit was not.**');
    expect(report).toMatch(/## What was not judged\n\n.*\n.*\n\| 1 of rack power\s+\| B has no `power`/);
  });
  it('counts the limits of all designs; a reason in a file that they share is one', async () => {
    const shared = 'import "std/racks"\nrack type R is OpenRackV3 { power 9 kW }\nswitch type B { height 1 OU }\n';
    const uses = (count: number) =>
      `import "./shared"\nrack r[1..${count}] : R\nswitch b[1..${count}] : B\nplace b[*] in r[*]\n`;
    const cwd = folder({ 'shared.fabric': shared, 'one.fabric': uses(1), 'two.fabric': uses(2) });
    const { out } = await lightloom(['check', 'one.fabric', 'two.fabric'], { cwd });
    expect(out).toMatch(/0 problems, .*; 6 limits judged, 3 not \(1 reason\)\n$/);
    const json = JSON.parse((await lightloom(['check', 'one.fabric', 'two.fabric', '-f', 'json'], { cwd })).out);
    expect(json.summary).toMatchObject({ judged: 6, unjudged: 3 });
    expect(
      json.limits.map(({ design, judged, unjudged }: Record<string, unknown>) => [design, judged, unjudged]),
    ).toEqual([
      ['one.fabric', 2, 1],
      ['two.fabric', 4, 2],
    ]);
  });
  it.each([
    [['check', 'nowhere.fabric'], /nowhere\.fabric does not exist/],
    [['check', 'halls/**/*.fabric'], /No \.fabric file matches halls/],
    [['check', '.'], /There are no \.fabric files in this folder/],
    [['check', '--max-warnings', 'many'], /whole number/],
    [['check', '-f', 'xml'], /Allowed choices are pretty, .*json/],
    [['check', '--quite'], /Did you mean --quiet/],
    [['check', '-', 'a.fabric'], /standard input is read alone/],
    [['check', '--stdin-filename', 'a.fabric', 'b.fabric'], /--stdin-filename needs the standard input/],
  ])('is 2 for %j', async (args, says) => {
    const { code, out, err } = await lightloom(args, { cwd: folder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
  it('is 0 for nothing found with --no-error-on-unmatched-pattern', async () => {
    const { code, out, err } = await lightloom(['check', 'no/*.fabric', '--no-error-on-unmatched-pattern'], {
      cwd: folder(),
    });
    expect([code, out, err]).toEqual([0, '0 files checked, 0 problems; no limits to judge\n', '']);
  });
});

describe('a file that is not text', () => {
  const inputs: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
    ['binary', Uint8Array.of(1, 2, 0, 255), /^error: bad\.fabric is not a text file\.$/m],
    ['Latin 1', Uint8Array.of(47, 47, 10, 47, 47, 0xe9, 10), /^error: bad\.fabric isn't valid UTF-8 at line 2;/m],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 47, 0), /^error: bad\.fabric is encoded in UTF-16; save it as UTF-8\.$/m],
    ['50 MB', new Uint8Array(50e6).fill(32), /^error: bad\.fabric is larger than 32 MiB/m],
  ];
  it.each(inputs)('%s: is reported, and the other files are checked', async (_name, content, says) => {
    const cwd = folder({ 'bad.fabric': content, 'good.fabric': warns });
    const { code, out, err } = await lightloom(['check'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(out).toMatch(/1 file checked, 1 unreadable, 1 warning\n$/);
  });
  it('a folder called like a file', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'x.fabric'));
    expect((await lightloom(['report', 'x.fabric'], { cwd })).err).toBe(
      'error: x.fabric is a folder; name a file in it.\n',
    );
  });
  it('a file of another kind', async () => {
    expect((await lightloom(['check', 'a.txt'], { cwd: folder({ 'a.txt': '' }) })).err).toBe(
      'error: a.txt is not a .fabric file.\n',
    );
    for (const args of [
      ['report', 'a.txt'],
      ['render', 'a.txt'],
      ['check', '-', '--stdin-filename', 'a.txt'],
    ])
      expect(await lightloom(args, { cwd: folder({ 'a.txt': '' }) })).toMatchObject({
        code: 2,
        err: 'error: a.txt is not a .fabric file.\n',
      });
  });
});

describe('what is checked', () => {
  it('folders and patterns, each file once, node_modules left out', async () => {
    const cwd = folder({
      'a.fabric': '',
      'halls/b.fabric': '',
      'halls/deep/c.fabric': '',
      'node_modules/x/d.fabric': fails,
      'halls/e.txt': '',
    });
    expect((await lightloom(['check'], { cwd })).out).toBe('3 files checked, 0 problems; no limits to judge\n');
    expect((await lightloom(['check', 'halls', 'halls/b.fabric'], { cwd })).out).toBe(
      '2 files checked, 0 problems; no limits to judge\n',
    );
    expect((await lightloom(['check', '*.fabric', 'halls/*.fabric'], { cwd })).out).toBe(
      '2 files checked, 0 problems; no limits to judge\n',
    );
  });
  it('a file that two others import is reported once', async () => {
    const cwd = folder({ 'a.fabric': 'import "./c"\n', 'b.fabric': 'import "./c"\n', 'c.fabric': fails });
    const { out } = await lightloom(['check', 'a.fabric', 'b.fabric'], { cwd });
    expect(out.match(/error\[/g)).toHaveLength(1);
    expect(out).toContain('--> c.fabric:1:');
    expect(out).toMatch(/2 files checked, 1 error\n$/);
  });
  it('the standard input, under its name', async () => {
    for (const args of [
      ['check', '-'],
      ['check', '--stdin'],
    ]) {
      const { code, out } = await lightloom(args, { stdin: fails });
      expect([code, out]).toEqual([1, expect.stringContaining('--> <stdin>:1:')]);
    }
    const named = await lightloom(['check', '-', '--stdin-filename', 'xpo-pod.fabric'], {
      stdin: podWith('128 W ', '420 W '),
      cwd: podFolder(),
    });
    expect(named.out).toContain('--> xpo-pod.fabric:11:5');
    expect(named.out).toMatch(/1 error; /);
  });
});

describe('the output', () => {
  it('goes to a file with -o, and its last line to the terminal', async () => {
    const cwd = folder({ 'a.fabric': fails });
    const { code, out, err } = await lightloom(['check', '-o', 'out/found.txt'], { cwd });
    expect([code, out, err]).toEqual([1, '', '1 file checked, 1 error\n']);
    expect((await lightloom(['check', '-o', 'a.fabric/x'], { cwd })).code).toBe(2);
  });
  it('has errors only with --quiet, and counts all', async () => {
    const cwd = folder({ 'a.fabric': warns });
    expect((await lightloom(['check', '--quiet'], { cwd })).out).toBe('1 file checked, 1 warning\n');
  });
  it('has colors in a terminal, or when they are asked for', async () => {
    const cwd = folder({ 'a.fabric': fails });
    const colored = async (args: readonly string[], world = {}): Promise<boolean> =>
      (await lightloom(['check', ...args], { cwd, ...world })).out.includes('\u001b[');
    expect(await colored([])).toBe(false);
    expect(await colored([], { isTerminal: true })).toBe(true);
    expect(await colored(['--no-color'], { isTerminal: true })).toBe(false);
    expect(await colored([], { isTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored(['--color'], { env: { NO_COLOR: '1' } })).toBe(true);
    expect(await colored([], { isTerminal: true, env: { TERM: 'dumb' } })).toBe(false);
    const plain = (await lightloom(['check'], { cwd })).out;
    const colors = (await lightloom(['check', '--color'], { cwd })).out;
    expect(stripVTControlCharacters(colors)).toBe(plain);
  });
  it('never steers the terminal', async () => {
    const cwd = folder({ 'a.fabric': 'switch type Box { height \u001b[31m1 dB \u202e }\n' });
    const { out } = await lightloom(['check'], { cwd });
    expect(out).toContain('␛[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
  it('has whole derivations with --explain', async () => {
    const cwd = podFolder({ 'low.fabric': podWith('headroom(primary) >= 10 %', 'headroom(primary) >= 20 %') });
    const short = (await lightloom(['check', 'low.fabric'], { cwd })).out;
    const whole = (await lightloom(['check', 'low.fabric', '--explain'], { cwd })).out;
    const [, hidden] = /… (\d+) more with --explain/.exec(short) ?? [];
    // The line that says so goes too.
    expect(whole.split('\n')).toHaveLength(short.split('\n').length - 1 + Number(hidden));
    expect(whole).not.toContain('--explain');
  });
  it('keeps a name to one line', async () => {
    expect((await lightloom(['check', 'a\n\u001b[31mb.fabric'])).err).toBe(
      'error: No .fabric file matches a␊␛[31mb.fabric.\n',
    );
  });
  it('shows the part of a long line that matters', async () => {
    const cwd = folder({ 'a.fabric': `${' '.repeat(50_000)}switch type Box { height 1 dB }${' '.repeat(50_000)}\n` });
    const { out } = await lightloom(['check'], { cwd, columns: 80 });
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => line.includes('│'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(out).toContain('height 1 dB');
  });
});
