// What the packed command leaves where a disk is full, a signal comes or a right is missing.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../sources.ts';
import { type Installed, installCommand } from './packed-command.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** The least to check. */
const small = 'host type Box { height 1 OU  power 3 kW source "sheet" }\nhost box : Box\n';

let installed: Installed;
beforeAll(async () => {
  installed = await installCommand();
  writeFileSync(join(installed.folder, 'small.fabric'), small);
  // Bundling, packing and installing may take as long as a test may.
}, 60_000);
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('what is written', () => {
  it.each(['check small.fabric', 'report xpo-pod.fabric', 'render xpo-pod.fabric', 'parts', '--help'])(
    'on a full disk behind the standard output is reported, and ends %s with 2',
    (args) => {
      expect(installed.shell(`lightloom ${args} > /dev/full`)).toEqual({
        code: 2,
        out: '',
        err: "error: The standard output can't be written: the disk is full (ENOSPC).\n",
      });
    },
  );

  it('beyond what the system allows leaves the old file', () => {
    writeFileSync(join(installed.folder, 'old.json'), 'old');
    // 8 blocks of 1,024 bytes, less than the report.
    const { code, err } = installed.shell('ulimit -f 8; lightloom report xpo-pod.fabric -f json -o old.json');
    expect([code, err]).toEqual([
      2,
      "error: old.json can't be written: the file would be larger than this system allows (EFBIG).\n",
    ]);
    expect(readFileSync(join(installed.folder, 'old.json'), 'utf8')).toBe('old');
    expect(temporaries()).toEqual([]);
    expect(installed.shell('ulimit -f 8; lightloom report xpo-pod.fabric -f json > cut.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining("The standard output can't be written"),
    });
  });

  it('is never made of the standard input', () => {
    writeFileSync(join(installed.folder, 'in.txt'), 'switch type Box { height 1 RU }\n');
    expect(installed.shell('lightloom check - -o in.txt < in.txt')).toMatchObject({
      code: 2,
      err: 'error: in.txt is the standard input; `-o` never replaces one. Name another file.\n',
    });
    expect(readFileSync(join(installed.folder, 'in.txt'), 'utf8')).toContain('switch type Box');
  });

  it('may be more than the reader takes', () => {
    expect(installed.shell('set -o pipefail; lightloom report xpo-pod.fabric -f json | head -n 1')).toEqual({
      code: 0,
      out: '{\n',
      err: '',
    });
  });
});

const temporaries = (): string[] => readdirSync(installed.folder).filter((each) => each.endsWith('.tmp'));

describe.skipIf(process.platform === 'win32')('a signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while a file is written leaves the old one', async (signal) => {
    const { folder, program } = installed;
    writeFileSync(join(folder, 'kept.txt'), 'old');
    // The new file is complete and is never given its name, so that the signal comes before.
    const slow = join(folder, 'slow.cjs');
    writeFileSync(slow, `require('node:fs').rename = (from, to, done) => setTimeout(done, 60_000);`);
    const child = spawn(process.execPath, ['-r', slow, program, 'check', 'small.fabric', '-o', 'kept.txt'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    while (temporaries().length === 0) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('old');
    expect(temporaries()).toEqual([]);
  });
});

/** Whether another user can start Node and the command at all. */
const canBeNobody = (): boolean => isRoot && spawnSync(process.execPath, ['-e', ''], { uid: nobody }).status === 0;

describe.skipIf(!canBeNobody())('for a user without the right to', () => {
  it('read a folder, that is an error, and the rest is checked; nor is a read-only file replaced', () => {
    const { folder } = installed;
    const site = join(folder, 'site-of-others');
    mkdirSync(join(site, 'locked'), { recursive: true });
    cpSync(join(root, 'examples/site.fabric'), join(site, 'a.fabric'));
    writeFileSync(join(site, 'kept.txt'), 'old', { mode: 0o444 });
    chmodSync(join(site, 'locked'), 0o700);
    chmodSync(site, 0o777);
    chmodSync(folder, 0o755);
    const { code, out, err } = installed.run(['check', 'site-of-others'], { uid: nobody });
    expect([code, err]).toEqual([2, "error: site-of-others/locked can't be read: permission is denied (EACCES).\n"]);
    expect(out).toMatch(/1 file checked, 1 unreadable/);
    const by = ['check', 'site-of-others/a.fabric', '-o'];
    expect(installed.run([...by, 'site-of-others/kept.txt'], { uid: nobody }).err).toContain(
      "kept.txt can't be written: permission is denied (EACCES).",
    );
    expect(installed.run([...by, 'site-of-others/new.txt'], { uid: nobody }).code).toBe(0);
  });
});
