// Runs the program in this process, in a folder of its own, and keeps what it prints.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fontNames } from '@lightloom/render';
import { inject, onTestFinished } from 'vitest';
import type { Io } from '../src/process/io.ts';
import { run } from '../src/program.ts';

export { podWith } from '../../../test/kit/examples.ts';

const examples = join(import.meta.dirname, '../../../examples');
const { resolve } = createRequire(import.meta.url);

/** The files beside the program, as the build puts them there: the layout engine, the fonts and the pages of the language. */
export function assetsFolder(): string {
  // Made by the first test of each process. Nobody changes what is in it.
  const path = join(inject('runFolder'), `assets-${process.pid}`);
  if (existsSync(path)) return path;
  mkdirSync(join(path, 'fonts'), { recursive: true });
  symlinkSync(join(examples, '../docs'), join(path, 'docs'));
  symlinkSync(resolve('elkjs/lib/elk-worker.min.js'), join(path, 'elk-worker.cjs'));
  for (const name of fontNames) symlinkSync(resolve(`dejavu-fonts-ttf/ttf/${name}`), join(path, 'fonts', name));
  return path;
}

/** A folder that goes when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'lightloom-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** A folder with the example pod in it, and other files beside it. */
export function podFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = folder(files);
  for (const name of ['xpo-pod.fabric', 'site.fabric']) cpSync(join(examples, name), join(path, name));
  return path;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the world is like; all of it may be left out. */
export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** When the program is told to end. */
  readonly ended?: Promise<void>;
  /** Called after each write, with all that was written so far. */
  readonly onWrite?: (written: { readonly out: string; readonly err: string }) => void;
  /** The folder of the files that ship beside the program. */
  readonly assets?: string;
  /** What tells the program from other versions of it. */
  readonly build?: string;
}

export async function lightloom(args: readonly string[], world: World = {}): Promise<Ran> {
  const { io, ran } = outside(args, world);
  return ran(await run(io));
}

/** The outside world of a run, and what the run has printed to it so far. */
export function outside(
  args: readonly string[],
  world: World = {},
): { readonly io: Io; readonly ran: (code: number) => Ran } {
  let out = '';
  let err = '';
  const { isTerminal = false, columns } = world;
  const io: Io = {
    argv: args,
    stdin: async () =>
      typeof world.stdin === 'string' ? new TextEncoder().encode(world.stdin) : (world.stdin ?? new Uint8Array()),
    stdout: {
      write(text) {
        out += String(text);
        world.onWrite?.({ out, err });
      },
      isTerminal,
      columns,
    },
    stderr: {
      write(text) {
        err += text;
        world.onWrite?.({ out, err });
      },
      isTerminal,
      columns,
    },
    cwd: world.cwd ?? folder(),
    env: world.env ?? {},
    ended: () => world.ended ?? new Promise(() => undefined),
    assets: world.assets ?? assetsFolder(),
    borrowsFonts: false,
    build: world.build ?? 'tested',
  };
  return { io, ran: (code) => ({ code, out, err }) };
}
