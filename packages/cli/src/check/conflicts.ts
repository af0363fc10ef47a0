// What the command line of a check can't have side by side.
import { baselineConflict } from '../baseline/baseline-options.ts';
import { fixConflict } from '../fixes/fix-options.ts';
import type { Output } from '../input/several-outputs.ts';
import type { CheckOptions } from './check-options.ts';
import { writingOption } from './writing-option.ts';

/** Why the command line of a check can't be followed, as far as that is known before files are found; undefined when it can. */
export function conflictBefore(options: CheckOptions, outputs: readonly Output[]): string | undefined {
  if (options.reportSuppressed === true && outputs.every(({ format }) => format !== 'sarif'))
    return '--report-suppressed is for SARIF alone; add `-f sarif`, or remove it.';
  return undefined;
}

/** Why the command line of a check can't be followed with the files that it leads to; undefined when it can. */
export function conflictWith(options: CheckOptions, files: readonly string[]): string | undefined {
  return fixConflict(options, files) ?? baselineConflict(options, files) ?? cacheConflict(options, files);
}

function cacheConflict(options: CheckOptions, files: readonly string[]): string | undefined {
  if (options.cache !== true)
    return options.cacheLocation === undefined ? undefined : '--cache-location says where the cache is; add --cache.';
  if (options.cacheLocation === '') return '--cache-location names no folder.';
  if (files[0] === '-') return '--cache is for designs in files, and the standard input is none; name a file.';
  if (options.allowPlugins === true)
    return '--cache keeps what a check prints, and what a plug-in of --allow-plugins reads is not known; remove one of the two.';
  const writing = writingOption(options);
  return writing === undefined
    ? undefined
    : `--cache keeps what a check prints, and ${writing} does more than that; remove one of the two.`;
}
