// `lightloom check --fix`: what it changes, what it leaves, what it says.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';

/** A clean design in the one style, that uses all it has. */
const clean = `import "std/osfp"

switch type Leaf {
    height 2 RU
    power  1200 W  source "data sheet"
    ports  up[1..4] : OSFP
}
network n : scale-out {
    switch leaf[1..2] : Leaf
    plug Osfp800Dr8 into leaf[*].*
    link leaf[1].up to leaf[2].up over OS2 { length 10 m }
}
`;
/** Several slips that have safe fixes, some of which are found only after others. */
const slips = clean
  .replace('import "std/osfp"\n', "import 'std/osfp'\nimport “std/racks”\n")
  .replace('1200 W', '1,200 W')
  .replace('up[1..4]', 'up[1-4]')
  .replace('2 RU', '2 ru;')
  .replace('network', '# the network\nnetwork')
  .concat('let spare = 4\n');

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');
const check = (cwd: string, ...args: string[]) => lightloom(['check', ...args], { cwd });

describe('--fix', () => {
  it('fixes until nothing is left, says so, and reports what is left', async () => {
    const cwd = folder({ 'a.fabric': slips, 'b.fabric': clean });
    const { code, out, err } = await check(cwd, '--fix', '-f', 'compact');
    expect(read(cwd, 'a.fabric')).toBe(clean.replace('network', '// the network\nnetwork'));
    expect(err).toBe('fixed 8 problems in 1 file\n');
    expect(out).toContain('2 files checked');
    expect(code).toBe(0);
    expect((await check(cwd, '--fix')).err).toBe('fixed 0 problems in 0 files\n');
  });

  it('leaves a file as it is where nothing is safe; --unsafe-fixes applies guesses too', async () => {
    const text = clean.replace('over OS2', 'over OS3').replace('leaf[*].*', 'laef[*].*');
    const cwd = folder({ 'a.fabric': text });
    const { code, err } = await check(cwd, '--fix');
    expect(code).toBe(1);
    expect(err).toBe('fixed 0 problems in 0 files; 2 more fixes with --unsafe-fixes\n');
    expect(read(cwd, 'a.fabric')).toBe(text);
    expect((await check(cwd, '--fix', '--unsafe-fixes')).code).toBe(0);
    expect(read(cwd, 'a.fabric')).toBe(clean);
  });

  it('keeps a byte-order mark, line breaks and the mode of a file', async () => {
    const windows = `\ufeff${slips.replace('import "std/osfp"\n', '')}`.replaceAll('\n', '\r\n');
    const cwd = folder({ 'a.fabric': windows });
    chmodSync(join(cwd, 'a.fabric'), 0o640);
    await check(cwd, '--fix');
    const text = read(cwd, 'a.fabric');
    expect(text.startsWith('\ufeffimport "std/osfp"\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('adds an import once for all names that need it', async () => {
    const cwd = folder({ 'a.fabric': clean.replace('import "std/osfp"\n\n', '') });
    const { code } = await check(cwd, '--fix');
    expect(code).toBe(0);
    expect(read(cwd, 'a.fabric').match(/std\/osfp/g)).toHaveLength(1);
  });

  it('keeps what another design of the run uses', async () => {
    const shared = `${clean}switch type Spare is Leaf { power 900 W  source "data sheet" }\n`;
    const user = 'import "./shared.fabric"\n\nswitch spare : Spare\n';
    const cwd = folder({ 'shared.fabric': shared, 'user.fabric': user });
    await check(cwd, '--fix');
    expect(read(cwd, 'shared.fabric')).toBe(shared);
    await check(cwd, '--fix', 'shared.fabric');
    expect(read(cwd, 'shared.fabric')).toBe(clean);
  });

  it('never changes a file outside of the folder, nor one that only a link leads to', async () => {
    const outer = folder({ 'a.fabric': slips, 'in/.keep': '' });
    const cwd = join(outer, 'in');
    symlinkSync('../a.fabric', join(cwd, 'link.fabric'));
    const { err } = await check(cwd, '--fix', '../a.fabric', 'link.fabric');
    expect(err).toContain('warning: ../a.fabric is outside of this folder and is never changed.');
    expect(err).toContain('warning: link.fabric is outside of this folder and is never changed.');
    expect(err).toContain('fixed 0 problems in 0 files');
    expect(read(outer, 'a.fabric')).toBe(slips);
  });
});

describe('--fix-dry-run', () => {
  it('prints a diff that git applies, and writes nothing', async () => {
    const cwd = folder({ 'a.fabric': slips.trimEnd(), 'b.fabric': slips });
    const { code, out, err } = await check(cwd, '--fix-dry-run');
    expect(read(cwd, 'a.fabric')).toBe(slips.trimEnd());
    expect(err).toBe('would fix 16 problems in 2 files\n');
    expect(code).toBe(1);
    execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd, input: out });
    const patched = [read(cwd, 'a.fabric'), read(cwd, 'b.fabric')];
    const other = folder({ 'a.fabric': slips.trimEnd(), 'b.fabric': slips });
    await check(other, '--fix');
    expect(patched).toEqual([read(other, 'a.fabric'), read(other, 'b.fabric')]);
  });

  it('ends with 0 where nothing would change and nothing is wrong', async () => {
    const { code, out, err } = await check(folder({ 'a.fabric': clean }), '--fix-dry-run');
    expect([code, out, err]).toEqual([0, '', 'would fix 0 problems in 0 files\n']);
  });
});

it.each([
  [['--unsafe-fixes'], '--unsafe-fixes says which fixes are applied; add --fix or --fix-dry-run.'],
  [['--fix', '--fix-dry-run'], '--fix writes files and --fix-dry-run writes none; remove one of the two.'],
  [['--fix', '-'], '--fix changes files, and the standard input is none; name a file.'],
  [['--fix', '--set', 'spare=5'], '--fix changes the design as it is written; remove --set.'],
  [['--fix', '--basis', 'typical'], '--fix changes the design as it is written; remove --basis typical.'],
  [['--fix-dry-run', '-f', 'json'], '--fix-dry-run prints a diff and no findings; remove -f and -o.'],
])('%j is refused', async (args, message) => {
  const cwd = folder({ 'a.fabric': slips });
  const { code, err } = await check(cwd, ...args);
  expect([code, err]).toEqual([2, `error: ${message}\n`]);
  expect(read(cwd, 'a.fabric')).toBe(slips);
});
