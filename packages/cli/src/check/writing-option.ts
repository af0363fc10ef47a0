// Whether a check does more than to check.
import type { CheckOptions } from './check-options.ts';

/** The option that makes a check change files, or show how it would. */
export function writingOption({ fix, fixDryRun, suppressAll, pruneSuppressions }: CheckOptions): string | undefined {
  if (fix === true) return '--fix';
  if (fixDryRun === true) return '--fix-dry-run';
  if (suppressAll === true) return '--suppress-all';
  return pruneSuppressions === true ? '--prune-suppressions' : undefined;
}
