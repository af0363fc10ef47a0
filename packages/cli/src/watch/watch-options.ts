// What a command line says about watching.
import { basename, resolve } from 'node:path';
import { baselineName } from '../baseline/baseline-file.ts';
import type { BaselineOptions } from '../baseline/baseline-options.ts';
import type { FixOptions } from '../fixes/fix-options.ts';
import type { DesignOptions } from '../input/design-options.ts';
import { isFabric } from '../input/find-files.ts';
import type { Output } from '../input/several-outputs.ts';
import { targetOf } from '../process/write-file.ts';

/** Whether a run checks again when a file changes. */
export interface WatchOptions {
  readonly watch?: boolean;
}

/** What a run that watches is given. */
interface WatchedRun {
  /** The paths of the command line. */
  readonly paths: readonly string[];
  readonly options: FixOptions & BaselineOptions & DesignOptions & { readonly stdin?: boolean };
  readonly outputs: readonly Output[];
  readonly cwd: string;
}

/** What a command line with --watch can't have beside it, as one sentence; undefined when it has none of that. */
export async function watchConflict({ paths, options, outputs, cwd }: WatchedRun): Promise<string | undefined> {
  if (options.stdin === true || paths.includes('-'))
    return '--watch waits for files to change, and the standard input is none; name a file.';
  const writes = (
    [
      ['--fix', options.fix],
      ['--fix-dry-run', options.fixDryRun],
      ['--suppress-all', options.suppressAll],
      ['--prune-suppressions', options.pruneSuppressions],
    ] as const
  ).find(([, isAsked]) => isAsked === true);
  if (writes !== undefined) return `--watch checks only, and ${writes[0]} is done once; remove one of the two.`;
  for (const { output } of outputs)
    if (output !== undefined && output !== '-' && (await isOfRun(resolve(cwd, output), options, cwd)))
      return `${output} is read by each check; \`-o\` with --watch needs another file.`;
  return undefined;
}

/** Whether writing to a path would change what is checked. */
async function isOfRun(path: string, options: BaselineOptions & DesignOptions, cwd: string): Promise<boolean> {
  const place = (each: string): Promise<string> =>
    targetOf(each).then(
      (target) => target.path,
      () => each,
    );
  const own = await place(path);
  const chosen = [options.config, options.prices, options.baseline].filter((each) => each !== undefined);
  const read = await Promise.all(chosen.map((each) => place(resolve(cwd, each))));
  return isFabric(own.toLowerCase()) || ['lightloom.json', baselineName].includes(basename(own)) || read.includes(own);
}
