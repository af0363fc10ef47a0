// How the engine runs a program that is over in less than a second.
import { type Stats, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** How large the files of a check are together, as far as its arguments tell: in a folder there may be any number. */
export type SizeOfCheck = 'small' | 'medium' | 'large' | 'any';

/** Bytes of files that are small, and of those that aren't large. */
const maxSmall = 500_000;
const maxMedium = 3_000_000;

/** Nobody waits for an answer while memory is collected, so that it need not be done beside the work, which takes more. */
const always = ['--no-incremental-marking'] as const;

/**
 * Flags of the engine, whose defaults are for programs that run for long. Functions are optimized after more calls: optimizing takes
 * longer than a run of a fifth of a second can win back, and what a large design calls reaches that number at once.
 *
 * Of its two optimizing compilers the engine has the quick one alone for files of less than some megabytes. The other one takes a quarter
 * of a check of ten thousand links that all differ, a megabyte, and wins that back in larger files. Such a check makes many objects that
 * stay: the part of memory for new ones grows by three and not by two, or it is collected ten times, and all of memory once; on one thread, as
 * waking the others takes longer.
 */
const flagsFor: Readonly<Record<SizeOfCheck, readonly string[]>> = {
  small: ['--invocation-count-for-maglev=10000', '--no-turbofan'],
  medium: [
    '--invocation-count-for-maglev=1000',
    '--no-turbofan',
    '--semi-space-growth-factor=3',
    '--no-parallel-scavenge',
  ],
  large: ['--invocation-count-for-maglev=1000'],
  any: ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'],
};

/**
 * How large the files of a check are.
 * @param args the command, its options and what it is given
 * @returns `any` for other commands
 */
export function sizeOfCheck([command, ...given]: readonly string[]): SizeOfCheck {
  if (command !== 'check') return 'any';
  let [files, size] = [0, 0];
  for (const path of given) {
    // The value of an option is hardly ever the name of something there is, and does no harm.
    const found = path.startsWith('-') ? undefined : statOf(path);
    if (found === undefined) continue;
    if (!found.isFile()) return 'any';
    files++;
    size += found.size;
  }
  if (files === 0) return 'any';
  if (size > maxMedium) return 'large';
  return size > maxSmall ? 'medium' : 'small';
}

/** What is at a path; undefined where the system doesn't say: whoever reads it says why. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Sets the flags for a short run of a command, where the engine is known to have them.
 * @returns a word for these flags: the engine refuses code that it compiled with others
 */
export function tuneEngine(args: readonly string[]): SizeOfCheck | 'untuned' {
  if (!/^1[23]\./.test(process.versions.v8)) return 'untuned';
  const size = sizeOfCheck(args);
  for (const flag of [...always, ...flagsFor[size]]) setFlagsFromString(flag);
  return size;
}
