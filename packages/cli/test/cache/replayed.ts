// A check with a cache, as the program runs it: what is stored is printed where it is current, or else the check runs.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../../src/cache/replay.ts';
import { run } from '../../src/program.ts';
import { lightloom, outside, type Ran, type World } from '../lightloom.ts';

/** A run, with what it wrote into the folder `out`, and whether it was replayed. */
export interface CachedRan extends Ran {
  readonly written: Readonly<Record<string, string>>;
  readonly isReplayed: boolean;
}

/** Runs a line with a cache. */
export async function cached(args: readonly string[], world: World & { readonly cwd: string }): Promise<CachedRan> {
  const { io, ran } = outside([...args, '--cache'], world);
  const code = await replay(io);
  return { ...ran(code ?? (await run(io))), written: taken(world.cwd), isReplayed: code !== undefined };
}

/** Runs a line without a cache. */
export async function plain(args: readonly string[], world: World & { readonly cwd: string }) {
  return { ...(await lightloom(args, world)), written: taken(world.cwd) };
}

/** A run as it is compared with one without a cache. */
export function asPlain({ isReplayed: _, ...ran }: CachedRan): Omit<CachedRan, 'isReplayed'> {
  return ran;
}

/** The files of the folder `out`, which are removed. */
function taken(cwd: string): Record<string, string> {
  const out = join(cwd, 'out');
  if (statSync(out, { throwIfNoEntry: false }) === undefined) return {};
  const files = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')] as const);
  rmSync(out, { recursive: true });
  return Object.fromEntries(files);
}

/** Options that print findings in all formats at once, all but the first to files in `out`. */
export const everyFormat: readonly string[] = [
  ...['-f', 'pretty'],
  ...['compact', 'github', 'gitlab', 'json', 'junit', 'md', 'sarif'].flatMap((each) => [
    '-f',
    each,
    '-o',
    `out/${each}`,
  ]),
];
