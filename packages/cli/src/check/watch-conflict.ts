// What the command line of a check that watches can't have beside it.
import { basename, resolve } from 'node:path';
import { baselineName } from '../baseline/baseline-file.ts';
import { isFabric } from '../input/find-files.ts';
import type { Output } from '../input/several-outputs.ts';
import { placeOf } from '../process/write-file.ts';
import type { CheckOptions } from './check-options.ts';
import { writingOption } from './writing-option.ts';

/** What a run that watches is given. */
interface WatchedRun {
  /** The paths of the command line. */
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly outputs: readonly Output[];
  readonly cwd: string;
}

/** What a command line with --watch can't have beside it, as one sentence; undefined when it has none of that. */
export async function watchConflict({ paths, options, outputs, cwd }: WatchedRun): Promise<string | undefined> {
  if (options.stdin === true || paths.includes('-'))
    return '--watch waits for files to change, and the standard input is none; name a file.';
  const writing = writingOption(options);
  if (writing !== undefined) return `--watch checks only, and ${writing} is done once; remove one of the two.`;
  if (options.cache === true) return '--watch keeps in memory what it has read; remove --cache.';
  for (const { output } of outputs)
    if (output !== undefined && output !== '-' && (await isOfRun(resolve(cwd, output), options, cwd)))
      return `${output} is read by each check; \`-o\` with --watch needs another file.`;
  return undefined;
}

/** Whether writing to a path would change what is checked. */
async function isOfRun(path: string, options: CheckOptions, cwd: string): Promise<boolean> {
  const own = await placeOf(path);
  const chosen = [options.config, options.prices, options.baseline].filter((each) => each !== undefined);
  const read = await Promise.all(chosen.map((each) => placeOf(resolve(cwd, each))));
  return isFabric(own.toLowerCase()) || ['lightloom.json', baselineName].includes(basename(own)) || read.includes(own);
}
