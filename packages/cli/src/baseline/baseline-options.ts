// What a command line says about a baseline.
import type { DesignOptions } from '../input/design-options.ts';

/** How a run uses a baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly suppressAll?: boolean;
  readonly pruneSuppressions?: boolean;
}

/** What a command line with a baseline can't have beside it; undefined when it has none of that. */
export function baselineConflict(
  options: BaselineOptions & DesignOptions & { readonly fixDryRun?: boolean },
  files: readonly string[],
): string | undefined {
  const { suppressAll = false, pruneSuppressions = false, fixDryRun = false, set, basis } = options;
  if (!suppressAll && !pruneSuppressions) return undefined;
  const asked = suppressAll ? '--suppress-all' : '--prune-suppressions';
  if (suppressAll && pruneSuppressions)
    return '--suppress-all accepts what is found and --prune-suppressions only removes; remove one of the two.';
  if (files[0] === '-') return `${asked} is for designs in files, and the standard input is none; name a file.`;
  if (fixDryRun) return `--fix-dry-run writes nothing, and ${asked} writes the baseline; remove one of the two.`;
  if (set !== undefined || basis === 'typical')
    return `A baseline is of the design as it is written, in the worst case; remove ${set === undefined ? '--basis typical' : '--set'}.`;
  return undefined;
}
