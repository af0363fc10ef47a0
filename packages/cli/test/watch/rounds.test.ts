// `lightloom check --watch` in this process: what starts another check, what ends the watch, and what it refuses. Files are real.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder, lightloom, type Ran, type World } from '../lightloom.ts';

const good = '// Nothing yet.\n';
const bad = 'switch type Box { height 1 dB }\n';

/** A watch that runs. */
interface Running {
  /** Waits for a check to be complete. @returns what it printed */
  round(): Promise<{ readonly out: string; readonly err: string }>;
  /** Ends it. */
  end(): Promise<Ran>;
}

function start(args: readonly string[], world: World & { readonly cwd: string }): Running {
  let end = (): void => undefined;
  let told = (): void => undefined;
  let now = { out: '', err: '' };
  let read = { out: 0, err: 0 };
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  onTestFinished(() => end());
  const ran = lightloom(['check', '--watch', ...args], {
    ...world,
    ended,
    onWrite: (written) => {
      now = written;
      told();
    },
  });
  return {
    async round() {
      while (!/Waiting for changes; Ctrl\+C ends\.\n/.test(now.err.slice(read.err)))
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      const fresh = { out: now.out.slice(read.out), err: now.err.slice(read.err) };
      read = { out: now.out.length, err: now.err.length };
      return fresh;
    },
    end: () => {
      end();
      return ran;
    },
  };
}

describe('--watch', () => {
  it('checks again when a design is written, replaced by renaming, deleted or created', async () => {
    const cwd = folder({ 'a.fabric': good, 'b.fabric': good });
    const running = start([], { cwd });
    const first = await running.round();
    expect(first.out).toMatch(/2 files checked, 0 problems/);
    writeFileSync(join(cwd, 'a.fabric'), bad);
    expect((await running.round()).out).toMatch(/2 files checked, 1 error/);
    writeFileSync(join(cwd, 'new.tmp'), good);
    renameSync(join(cwd, 'new.tmp'), join(cwd, 'a.fabric'));
    expect((await running.round()).out).toMatch(/2 files checked, 0 problems/);
    rmSync(join(cwd, 'b.fabric'));
    const third = await running.round();
    expect(third.out).toMatch(/1 file checked/);
    expect(third.err).toMatch(/ b\.fabric is gone\.\n/);
    writeFileSync(join(cwd, 'c.fabric'), bad);
    expect((await running.round()).out).toMatch(/2 files checked, 1 error/);
    expect((await running.end()).code).toBe(0);
  });

  it('notices a design in a folder that is made later, and the folder going away', async () => {
    const cwd = folder({ 'a.fabric': good });
    const running = start(['.'], { cwd });
    await running.round();
    mkdirSync(join(cwd, 'sites/north'), { recursive: true });
    writeFileSync(join(cwd, 'sites/north/b.fabric'), bad);
    expect((await running.round()).out).toMatch(/2 files checked, 1 error/);
    rmSync(join(cwd, 'sites'), { recursive: true });
    expect((await running.round()).out).toMatch(/1 file checked, 0 problems/);
    await running.end();
  });

  it('follows imports, also one that does not exist yet, the configuration and the baseline', async () => {
    const cwd = folder({ 'pods/a.fabric': 'import "../parts/box"\n', 'parts/other.txt': '' });
    const running = start(['pods/a.fabric'], { cwd });
    expect((await running.round()).out).toContain('error[');
    writeFileSync(join(cwd, 'parts/box.fabric'), bad);
    const second = await running.round();
    expect(second.out).toContain('parts/box.fabric:1');
    expect(second.err).toMatch(/ parts\/box\.fabric is new\.\n/);
    writeFileSync(join(cwd, 'parts/box.fabric'), good);
    expect((await running.round()).out).not.toContain('parts/box.fabric:1:28');
    writeFileSync(join(cwd, 'lightloom.json'), '{ "nonsense": 1 }\n');
    const configured = await running.round();
    expect(configured.out).toContain('nonsense');
    expect(configured.err).toMatch(/ lightloom\.json is new\.\n/);
    rmSync(join(cwd, 'lightloom.json'));
    expect((await running.round()).out).not.toContain('nonsense');
    writeFileSync(join(cwd, 'lightloom-baseline.json'), 'no JSON');
    expect((await running.round()).err).toContain('lightloom-baseline.json');
    await running.end();
  });

  it('goes on after the only design is gone, and checks it when it is back', async () => {
    const cwd = folder({ 'a.fabric': good });
    const running = start(['a.fabric'], { cwd });
    await running.round();
    rmSync(join(cwd, 'a.fabric'));
    expect((await running.round()).err).toContain('error: a.fabric does not exist.\n');
    writeFileSync(join(cwd, 'a.fabric'), bad);
    expect((await running.round()).out).toMatch(/1 file checked, 1 error/);
    expect((await running.end()).code).toBe(0);
  });

  it('does not check again for other files, nor for what it writes itself', async () => {
    const cwd = folder({ 'a.fabric': good });
    const running = start(['-f', 'json', '-o', 'found.json'], { cwd });
    await running.round();
    expect(existsSync(join(cwd, 'found.json'))).toBe(true);
    writeFileSync(join(cwd, 'notes.json'), '{}');
    writeFileSync(join(cwd, 'a.fabric'), bad);
    await running.round();
    const { err } = await running.end();
    expect(err.match(/Waiting/g)).toHaveLength(2);
  });

  it('leaves out what is ignored by then, and what is named too with --skip-ignored', async () => {
    const cwd = folder({ 'a.fabric': good, 'drafts/b.fabric': bad });
    const [all, named] = [start([], { cwd }), start(['a.fabric', 'drafts/b.fabric', '--skip-ignored'], { cwd })];
    for (const each of [all, named]) expect((await each.round()).out).toMatch(/2 files checked, 1 error/);
    writeFileSync(join(cwd, 'lightloom.json'), '{ "ignore": ["drafts/**"] }');
    for (const each of [all, named]) expect((await each.round()).out).toMatch(/1 file checked, 0 problems/);
    writeFileSync(join(cwd, 'lightloom.json'), '{ "ignore": ["*.fabric", "drafts/**"] }');
    expect((await all.round()).err).toContain('Every .fabric file in this folder is ignored');
    expect((await named.round()).out).toMatch(/0 files checked/);
    rmSync(join(cwd, 'lightloom.json'));
    for (const each of [all, named]) expect((await each.round()).out).toMatch(/2 files checked, 1 error/);
    await Promise.all([all.end(), named.end()]);
  });

  it('reports a configuration or a folder of the command line that goes away, and takes it when it is back', async () => {
    const cwd = folder({ 'a.fabric': good, 'own.json': '{}', 'parts/x.fabric': '' });
    const running = start(['a.fabric', '--config', 'own.json', '--import-from', 'parts'], { cwd });
    await running.round();
    rmSync(join(cwd, 'own.json'));
    expect((await running.round()).err).toContain("error: own.json can't be read: it does not exist (ENOENT).\n");
    writeFileSync(join(cwd, 'own.json'), '{}');
    expect((await running.round()).out).toMatch(/1 file checked, 0 problems/);
    renameSync(join(cwd, 'parts'), join(cwd, 'other'));
    expect((await running.round()).err).toContain('--import-from parts');
    renameSync(join(cwd, 'other'), join(cwd, 'parts'));
    expect((await running.round()).out).toMatch(/1 file checked, 0 problems/);
    await running.end();
  });

  it('clears the screen of a terminal, and of nothing else', async () => {
    const cwd = folder({ 'a.fabric': good });
    const clear = '\u001b[2J\u001b[3J\u001b[H';
    const terminal = start([], { cwd, isTerminal: true });
    expect((await terminal.round()).out.startsWith(clear)).toBe(true);
    await terminal.end();
    for (const world of [{ cwd }, { cwd, isTerminal: true, env: { TERM: 'dumb' } }]) {
      const other = start([], world);
      expect((await other.round()).out).not.toContain('\u001b[2J');
      await other.end();
    }
  });

  it.each([
    [['-'], 'the standard input'],
    [['--stdin'], 'the standard input'],
    [['--fix'], '--fix '],
    [['--fix-dry-run'], '--fix-dry-run '],
    [['--suppress-all'], '--suppress-all '],
    [['--prune-suppressions'], '--prune-suppressions '],
    [['--cache'], '--cache'],
    [['-f', 'json', '-o', 'a.fabric'], 'a.fabric '],
    [['-f', 'json', '-o', 'lightloom.json'], 'lightloom.json '],
    [['-f', 'json', '-o', 'lightloom-baseline.json'], 'lightloom-baseline.json '],
    [['-f', 'json', '-o', 'own.json', '--config', './own.json'], 'own.json '],
    [['-f', 'json', '-o', 'b.json', '--baseline', 'b.json'], 'b.json '],
    [['missing.fabric'], 'missing.fabric does not exist'],
  ])('with %j is wrong use', async (args, says) => {
    const cwd = folder({ 'a.fabric': good, 'own.json': '{}' });
    const { code, out, err } = await lightloom(['check', '--watch', ...args], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: .*\n$/);
    expect(err).toContain(says);
  });
});
