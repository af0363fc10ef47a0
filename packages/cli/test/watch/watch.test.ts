// `check --watch` as a process: what is edited, replaced, deleted, added and moved is noticed, and what is printed then.
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../bundled.ts';
import { folder } from '../lightloom.ts';
import { pair, parts } from '../projects/project.ts';
import { startWatching, type WatchingChild } from './child.ts';

let program: string;
beforeAll(async () => {
  program = await bundled();
});

const watching = (cwd: string, ...args: readonly string[]): WatchingChild => startWatching(program, cwd, args);

const waiting = 'Waiting for changes; Ctrl+C ends.\n';
const bad = pair('600 m');
const good = pair('10 m');
const start = (files: Readonly<Record<string, string>> = {}): string =>
  folder({ 'a.fabric': good, 'parts.fabric': parts('2 kW'), ...files });

/** Replaces a file as most editors do: written beside it, then renamed over it. So nobody sees half of it. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

describe('check --watch', () => {
  it('says what changed, what is found, and at what time', async () => {
    const cwd = start();
    const child = watching(cwd);
    const first = await child.until(waiting);
    expect(first).toMatch(
      /^2 files checked, 0 problems; .*\n\d\d:\d\d:\d\d 0 problems\. Waiting for changes; Ctrl\+C ends\.\n$/,
    );
    writeFileSync(join(cwd, 'a.fabric'), bad);
    // A file that is written in place may be seen when it is empty.
    expect(await child.until(/ 1 error\. Waiting/)).toMatch(
      /\d\d:\d\d:\d\d a\.fabric changed\.\nerror\[optics\/reach\][\s\S]*\n2 files checked, 1 error; .*\n\d\d:\d\d:\d\d 1 error\. Waiting$/,
    );
  });

  it('notices what is replaced, deleted, made again, added and removed', async () => {
    const cwd = start({ 'more/b.fabric': '' });
    const child = watching(cwd, '-f', 'compact');
    await child.until(waiting);
    replace(join(cwd, 'a.fabric'), bad);
    expect(await child.until(waiting)).toMatch(/ a\.fabric changed\.\n[\s\S]*3 files checked, 1 error/);
    replace(join(cwd, 'a.fabric'), good);
    expect(await child.until(waiting)).toMatch(/ a\.fabric changed\.\n[\s\S]*3 files checked, 0 problems/);
    replace(join(cwd, 'parts.fabric'), parts('2 kW').replace('Box', 'Ghost'));
    expect(await child.until(waiting)).toMatch(/ parts\.fabric changed\.\n[\s\S]*`Box` is not defined/);
    rmSync(join(cwd, 'parts.fabric'));
    expect(await child.until(waiting)).toMatch(/ parts\.fabric is gone\.\n[\s\S]*`\.\/parts` doesn't exist/);
    replace(join(cwd, 'parts.fabric'), parts('2 kW'));
    expect(await child.until(waiting)).toMatch(/ parts\.fabric is new\.\n[\s\S]*3 files checked, 0 problems/);
    mkdirSync(join(cwd, 'more/still'));
    replace(join(cwd, 'more/still/c.fabric'), 'rack r : Rack\n');
    expect(await child.until('not defined')).toMatch(/ more\/still\/c\.fabric is new\.\n/);
    await child.until(waiting);
    renameSync(join(cwd, 'more'), join(cwd, '.away'));
    expect(await child.until(/\n2 files checked.*\n.*\n/)).toMatch(
      / more\/b\.fabric is gone, more\/still\/c\.fabric is gone/,
    );
    renameSync(join(cwd, '.away'), join(cwd, 'more'));
    expect(await child.until('not defined')).toMatch(/ more\/b\.fabric is new, more\/still\/c\.fabric is new\.\n/);
  });

  it('notices a configuration, a baseline and what a link leads to', async () => {
    const outer = start({ 'own/x': '', 'own/design/a.fabric': bad, 'real/parts.fabric': parts('2 kW') });
    symlinkSync('../../real/parts.fabric', join(outer, 'own/design/parts.fabric'));
    const child = watching(join(outer, 'own'), 'design/a.fabric', '--import-from', '..', '-f', 'compact');
    expect(await child.until(waiting)).toContain(' 1 error');
    replace(join(outer, 'lightloom.json'), '{ "rules": { "optics": "warning" } }');
    expect(await child.until(waiting)).toMatch(/ \.\.\/lightloom\.json is new\.\n[\s\S]* 1 warning/);
    replace(join(outer, 'lightloom.json'), '{ "rules": { "optics": "note" } }');
    expect(await child.until(waiting)).toMatch(/ \.\.\/lightloom\.json changed\.\n[\s\S]* 1 note/);
    rmSync(join(outer, 'lightloom.json'));
    expect(await child.until(waiting)).toMatch(/ \.\.\/lightloom\.json is gone\.\n[\s\S]* 1 error/);
    replace(join(outer, 'real/parts.fabric'), 'oops');
    expect(await child.until(waiting)).toMatch(/ \.\.\/real\/parts\.fabric changed\.\n/);
    replace(join(outer, 'real/parts.fabric'), parts('2 kW'));
    await child.until(waiting);
    replace(join(outer, 'own/lightloom-baseline.json'), '{');
    expect(await child.until(waiting)).toMatch(/ lightloom-baseline\.json is new\.\nerror: .* is not valid JSON/);
  });

  it('checks again when a plug-in is written, with what it says now', async () => {
    const plugin = (message: string): string =>
      `export default { name: 'acme', rules: [{ id: 'acme/a', severity: 'warning', title: 'A', why: 'B.', check: (design) =>
        [...design.devices()].map((about) => ({ message: '${message}', about })) }] };`;
    const cwd = folder({
      'a.fabric': 'host type Box { height 1 OU  power 3 kW }\nhost box : Box\n',
      'lightloom.json': '{ "plugins": ["./acme.mjs"] }',
      'acme.mjs': plugin('Before.'),
    });
    const child = watching(cwd, '--allow-plugins');
    expect(await child.until(waiting)).toContain('Before.');
    replace(join(cwd, 'acme.mjs'), plugin('And after.'));
    expect(await child.until(waiting)).toMatch(/ acme\.mjs changed\.\n[\s\S]*And after\./);
  });

  it('goes on where the folder, or the file it was given, vanishes', async () => {
    const outer = folder({ 'p/q/a.fabric': good, 'p/q/parts.fabric': parts('2 kW') });
    const child = watching(outer, 'p/q');
    await child.until(waiting);
    rmSync(join(outer, 'p'), { recursive: true });
    expect(await child.until(/error: p\/q does not exist\.\n.*\n/)).toMatch(/ nothing checked\. Waiting /);
    mkdirSync(join(outer, 'p/q'), { recursive: true });
    replace(join(outer, 'p/q/a.fabric'), 'switch type {');
    expect(await child.until(/1 error\. Waiting/)).toMatch(/ p\/q\/a\.fabric is new\.\n/);
    renameSync(join(outer, 'p'), join(outer, 'r'));
    await child.until('error: p/q does not exist.\n');
    renameSync(join(outer, 'r'), join(outer, 'p'));
    expect(await child.until(/1 error\. Waiting/)).toMatch(/ p\/q\/a\.fabric is new\.\n/);
  });

  it('prints nothing for a file that is written with the text it had, or for one that no design reads', async () => {
    const cwd = start();
    const child = watching(cwd, 'a.fabric', '-f', 'compact');
    await child.until(waiting);
    replace(join(cwd, 'a.fabric'), good);
    replace(join(cwd, 'other.fabric'), bad);
    replace(join(cwd, 'parts.fabric'), parts('3 kW'));
    expect(await child.until(waiting)).toMatch(/^\d\d:\d\d:\d\d parts\.fabric changed\.\n1 file checked/);
  });

  it('writes files of -o each time, and is not woken by them', async () => {
    const cwd = start();
    const child = watching(cwd, '-f', 'json', '-o', 'found.json', '-f', 'compact');
    await child.until(waiting);
    expect(JSON.parse(readFileSync(join(cwd, 'found.json'), 'utf8'))).toMatchObject({ summary: { errors: 0 } });
    replace(join(cwd, 'a.fabric'), bad);
    expect(await child.until(waiting)).toMatch(/^\d\d:\d\d:\d\d a\.fabric changed\.\n/);
    expect(JSON.parse(readFileSync(join(cwd, 'found.json'), 'utf8'))).toMatchObject({ summary: { errors: 1 } });
    replace(join(cwd, 'a.fabric'), good);
    expect(await child.until(waiting)).toMatch(/^\d\d:\d\d:\d\d a\.fabric changed\.\n/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 after %s', async (signal) => {
    const child = watching(start());
    await child.until(waiting);
    child.process.kill(signal);
    expect(await child.ended).toEqual({ code: 0, signal: null });
  });

  it('ends when nobody reads what it prints any more', async () => {
    const cwd = start();
    const child = watching(cwd);
    await child.until(waiting);
    child.process.stdout?.destroy();
    replace(join(cwd, 'a.fabric'), bad);
    expect(await child.ended).toEqual({ code: 1, signal: null });
  });

  it('ends at once where there is nothing to watch', async () => {
    const child = watching(start(), 'nowhere');
    expect(await child.until('\n')).toBe('error: nowhere does not exist.\n');
    expect(await child.ended).toEqual({ code: 2, signal: null });
  });
});
