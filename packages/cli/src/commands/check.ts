// `lightloom check`: what is wrong with some files, and whether a build may go on.
import { findingsDocument } from '@lightloom/print';
import { InvalidArgumentError } from 'commander';
import type { CheckOptions } from '../check/check-options.ts';
import { conflictIn } from '../check/conflicts.ts';
import { outputsOf } from '../input/several-outputs.ts';
import { say } from '../output/deliver.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { addDesignOptions } from './design-options.ts';
import { addFiles, filesOf } from './file-arguments.ts';

export const command = defineCommand<CheckOptions, [readonly string[]]>({
  name: 'check',
  summary: 'find problems in .fabric files',
  description: 'Finds problems in .fabric files: in the text, and in the design it describes.',
  exits: {
    0: 'no errors, and no more warnings than allowed; notes never fail a build',
    1: "errors, too many warnings, with --error-on-unjudged a limit that can't be judged, with --fix-dry-run a fix, or a baseline with stale entries",
  },
  prints: [findingsDocument],
  writesSeveral: true,
  notes: `A fix is safe when what the design means can't change beyond what is evident: removing what is unused, \`#\` for \`//\`, a missing
import of the part library. Guesses, as of a misspelled name, and changes of the design itself are applied with --unsafe-fixes only.

A baseline accepts findings by their rule, by what they are about and by what that means, not by line or name: renaming, moving and folding
into arrays change nothing. It never holds errors of the text, nor what concerns the text alone, as an unused import.

With --watch, files of -o are written anew each time; Ctrl+C ends the process as it ends any other, with 130 in a shell. What changes files,
the standard input and --cache are for single runs.

In GitHub Actions, the format github also writes the findings to the summary of the job. A job that uploads a SARIF file does so
even when the check fails: add \`if: always()\` to that step.`,
  examples: [
    { line: 'check', does: 'every .fabric file below this folder' },
    { line: 'check xpo-pod.fabric torus.fabric', does: 'files and folders' },
    { line: 'check "**/*-pod.fabric"', does: 'a pattern, the same on every system' },
    { line: 'check xpo-pod.fabric --quiet', does: 'errors only' },
    { line: 'check torus.fabric --error-on-unjudged', does: 'for a build that must know everything' },
    { line: 'check -f json -o findings.json', does: 'for other programs' },
    {
      line: 'check -f sarif -o findings.sarif -f github',
      does: 'for code scanning, and on the lines of a pull request',
    },
    { line: 'check -f junit -o findings.xml -f compact', does: 'for a test report, and a line for each finding' },
    { line: 'check --fix-dry-run', does: 'what can be fixed, as a diff' },
    { line: 'check --fix', does: 'fix it' },
    { line: 'check --suppress-all', does: 'accept what is found, in lightloom-baseline.json' },
    {
      line: 'check --cache --cache-location .lightloom-cache',
      does: 'at once where nothing has changed, as in a CI that keeps the folder',
    },
    { line: 'check - < torus.fabric', does: 'the standard input' },
  ],
  takes: (command) =>
    void addDesignOptions(addFiles(command))
      .option('--quiet', 'print errors only; the last line still counts all findings')
      .option('--explain', 'print the whole derivation of each number')
      .option('--max-warnings <count>', 'fail when there are more warnings than this', wholeNumber)
      .option('--error-on-warning', 'fail when there is any warning')
      .option('--error-on-unjudged', "fail when a limit can't be judged and no `allow control/not-judged` accepts it")
      .option('--fix', 'fix what has a safe fix, in the files themselves, then report what is left')
      .option('--fix-dry-run', 'print what --fix would change as a unified diff, and write nothing')
      .option('--unsafe-fixes', 'with either of these, apply fixes too that may change what the design means')
      .option(
        '--suppress-all',
        'accept all findings of now: write them to the baseline, so that later runs report what is new',
      )
      .option('--prune-suppressions', "remove from the baseline what isn't found any more")
      .option(
        '--baseline <file>',
        'baseline to use (default: lightloom-baseline.json beside lightloom.json, or in this folder)',
      )
      .option('--watch', 'check again whenever something that was read changes, until Ctrl+C')
      .option('--cache', 'print what an equal run printed, if nothing that it read has changed')
      .option('--cache-location <folder>', "folder of the cache (default: lightloom, in the user's folder for caches)")
      .option('--exit-zero', 'exit with 0 even when there are errors or warnings'),
  async run({ args: [asked], options, io, program }) {
    const outputs = await outputsOf(options, io.cwd);
    if (typeof outputs === 'string') {
      say(io, outputs);
      return exitCode.usage;
    }
    const given = await filesOf(asked, options, io);
    if (given === undefined) return exitCode.usage;
    const conflict = conflictIn(options, given.files);
    if (conflict !== undefined) {
      say(io, conflict);
      return exitCode.usage;
    }
    const version = program.version() ?? '';
    const shared = { options, outputs, io, version };
    if (options.watch === true) {
      const { watchFiles } = await import('../watch/watch.ts');
      return watchFiles({ ...shared, ...given });
    }
    const { checkOnce, fixAndCheck } = await import('./check-run.ts');
    const isFixing = options.fix === true || options.fixDryRun === true;
    return (isFixing ? fixAndCheck : checkOnce)({ ...shared, ...given });
  },
});

/** A whole number that isn't negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
