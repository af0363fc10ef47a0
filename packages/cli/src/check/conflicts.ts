// What the command line of a check can't have side by side.
import { baselineConflict } from '../baseline/baseline-options.ts';
import { fixConflict } from '../fixes/fix-options.ts';
import type { CheckOptions } from './check-options.ts';

/** Why the command line of a check can't be followed; undefined when it can. */
export function conflictIn(options: CheckOptions, files: readonly string[]): string | undefined {
  return (
    fixConflict(options, files) ??
    baselineConflict(options, files) ??
    watchConflict(options, files) ??
    cacheConflict(options, files)
  );
}

function watchConflict(options: CheckOptions, files: readonly string[]): string | undefined {
  if (options.watch !== true) return undefined;
  if (files[0] === '-') return '--watch is for designs in files, and the standard input is none; name a file.';
  const writing = writingOption(options);
  if (writing !== undefined) return `--watch checks what you write, and ${writing} writes too; remove one of the two.`;
  return options.cache === true ? '--watch keeps in memory what it has read; remove --cache.' : undefined;
}

function cacheConflict(options: CheckOptions, files: readonly string[]): string | undefined {
  if (options.cache !== true)
    return options.cacheLocation === undefined ? undefined : '--cache-location says where the cache is; add --cache.';
  if (options.cacheLocation === '') return '--cache-location names no folder.';
  if (files[0] === '-') return '--cache is for designs in files, and the standard input is none; name a file.';
  const writing = writingOption(options);
  return writing === undefined
    ? undefined
    : `--cache keeps what a check prints, and ${writing} does more than that; remove one of the two.`;
}

/** The option that makes a check change files, or show how it would. */
function writingOption({ fix, fixDryRun, suppressAll, pruneSuppressions }: CheckOptions): string | undefined {
  if (fix === true) return '--fix';
  if (fixDryRun === true) return '--fix-dry-run';
  if (suppressAll === true) return '--suppress-all';
  return pruneSuppressions === true ? '--prune-suppressions' : undefined;
}
