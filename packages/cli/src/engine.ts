// How the engine runs a program that is over in less than a second.
import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** Flags of the engine, whose defaults are for programs that run for long. */
const engineFlags = [
  // Functions are optimized after ten times as many calls: optimizing takes longer than a run of a fifth of a second can win back, and
  // what a large design calls reaches that number at once.
  '--invocation-count-for-maglev=4000',
  '--invocation-count-for-turbofan=30000',
  // Nobody waits for an answer while memory is collected, so that it need not be done beside the work, which takes more.
  '--no-incremental-marking',
] as const;

/**
 * Flags for a check of small files besides: of its two optimizing compilers the engine uses the quick one alone. The other takes a quarter
 * of a check of ten thousand links that all differ, a megabyte, and wins that back in files of some megabytes.
 */
const smallFlags = ['--no-turbofan'] as const;
const maxSmall = 3_000_000;

/**
 * Whether a command checks files that are small together, as far as its arguments tell: in a folder there may be any number.
 * @param args the command, its options and what it is given
 */
export function checksSmallFiles([command, ...given]: readonly string[]): boolean {
  if (command !== 'check') return false;
  let [files, size] = [0, 0];
  for (const path of given) {
    // The value of an option is hardly ever the name of something there is, and does no harm.
    const found = path.startsWith('-') ? undefined : statSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    if (!found.isFile()) return false;
    files++;
    size += found.size;
  }
  return files > 0 && size <= maxSmall;
}

/**
 * Sets the flags for a short run of a command, where the engine is known to have them.
 * @returns a word for these flags: the engine refuses code that it compiled with others
 */
export function tuneEngine(args: readonly string[]): 'small' | 'any' {
  if (!/^1[23]\./.test(process.versions.v8)) return 'any';
  const size = checksSmallFiles(args) ? 'small' : 'any';
  for (const flag of size === 'small' ? [...engineFlags, ...smallFlags] : engineFlags) setFlagsFromString(flag);
  return size;
}
