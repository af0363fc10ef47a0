// What a command line says about fixes.
import type { DesignOptions } from '../input/design-options.ts';

/** How a run fixes files. */
export interface FixOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly unsafeFixes?: boolean;
}

/** What a command line with fixes can't have beside them; undefined when it has none of that. */
export function fixConflict(
  options: FixOptions & DesignOptions & { readonly format?: unknown; readonly output?: unknown },
  files: readonly string[],
): string | undefined {
  const { fix = false, fixDryRun = false, unsafeFixes = false } = options;
  if (!fix && !fixDryRun)
    return unsafeFixes ? '--unsafe-fixes says which fixes are applied; add --fix or --fix-dry-run.' : undefined;
  const asked = fix ? '--fix' : '--fix-dry-run';
  if (fix && fixDryRun) return '--fix writes files and --fix-dry-run writes none; remove one of the two.';
  if (files[0] === '-') return `${asked} changes files, and the standard input is none; name a file.`;
  const other =
    options.set !== undefined
      ? '--set'
      : options.phase !== undefined
        ? '--phase'
        : options.basis === 'typical'
          ? '--basis typical'
          : undefined;
  if (other !== undefined) return `${asked} changes the design as it is written; remove ${other}.`;
  if (fixDryRun && (options.format !== undefined || options.output !== undefined))
    return '--fix-dry-run prints a diff and no findings; remove -f and -o.';
  return undefined;
}
