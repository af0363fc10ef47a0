// The packed command keeps the code that Node has compiled: used by the next run, never trusted where it is damaged or of others.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installed, installCommand } from './packed-command.ts';

/** The least to check. */
const small = 'host type Box { height 1 OU  power 3 kW source "sheet" }\nhost box : Box\n';

let installed: Installed;
beforeAll(async () => {
  installed = await installCommand();
  writeFileSync(join(installed.folder, 'small.fabric'), small);
  // Bundling, packing and installing may take as long as a test may.
}, 60_000);
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

describe('compiled code', () => {
  const folder = (): string => mkdtempSync(join(installed.folder, 'compiled-'));
  const check = (env: Readonly<Record<string, string>>): void => {
    const { code, out, err } = installed.run(['check', 'small.fabric'], { env });
    expect([code, err, out]).toEqual([0, '', expect.stringMatching(/^1 file checked, 0 problems/m)]);
  };
  /** The file that a command has kept, and when it was written. */
  const keptIn = (kept: string): { readonly path: string; readonly written: bigint } | undefined => {
    const all = readdirSync(kept, { recursive: true, encoding: 'utf8' });
    const name = all.find((each) => /lightloom-[0-9a-f]{16}-check-small$/.test(each));
    if (name === undefined) return undefined;
    return { path: join(kept, name), written: statSync(join(kept, name), { bigint: true }).mtimeNs };
  };

  it('is kept by the first run and used by the next', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const first = keptIn(env.NODE_COMPILE_CACHE);
    expect(first).toBeDefined();
    check(env);
    // It would have been written again, were it not used.
    expect(keptIn(env.NODE_COMPILE_CACHE)).toEqual(first);
  });

  it.each<readonly [string, (content: Buffer) => Buffer]>([
    ['cut', (content) => content.subarray(0, content.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of one byte', () => Buffer.alloc(1)],
    ['damaged', (content) => content.map((byte, i) => (i > 1000 && i % 5000 === 0 ? byte ^ 0x5a : byte)) as Buffer],
  ])('that is %s is written again', (_, damage) => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const { path, written } = keptIn(env.NODE_COMPILE_CACHE) as NonNullable<ReturnType<typeof keptIn>>;
    writeFileSync(path, damage(readFileSync(path)));
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)?.written).not.toBe(written);
    const again = keptIn(env.NODE_COMPILE_CACHE);
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)).toEqual(again);
  });

  it.skipIf(process.platform === 'win32')('that others may have written is not used', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check(env);
    const { path, written } = keptIn(env.NODE_COMPILE_CACHE) as NonNullable<ReturnType<typeof keptIn>>;
    chmodSync(path, 0o666);
    check(env);
    expect(keptIn(env.NODE_COMPILE_CACHE)?.written).not.toBe(written);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is not kept where Node is told to keep none, nor of a wrong use', () => {
    const env = { NODE_COMPILE_CACHE: folder() };
    check({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(installed.run(['check', 'no.fabric'], { env }).code).toBe(2);
    expect(keptIn(env.NODE_COMPILE_CACHE)).toBeUndefined();
  });
});
