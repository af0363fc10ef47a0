// `lightloom check`: what is wrong with some files, and whether a build may go on.
import { findingsDocument } from '@lightloom/print';
import { InvalidArgumentError } from 'commander';
import type { CheckOptions } from '../check/check-options.ts';
import { conflictBefore, conflictWith } from '../check/conflicts.ts';
import { watchConflict } from '../check/watch-conflict.ts';
import { type Call, defineCommand } from '../command/command.ts';
import { addDesignOptions } from '../command/design-options.ts';
import { addFiles } from '../command/file-arguments.ts';
import { filesOf } from '../files/given-files.ts';
import { printConfigConflict, printedConfig } from '../input/print-config.ts';
import { outputsOf } from '../input/several-outputs.ts';
import { say } from '../output/deliver.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

type CheckCall = Call<CheckOptions, [readonly string[]]>;

export const command = defineCommand<CheckOptions, [readonly string[]]>({
  name: 'check',
  summary: 'find problems in .fabric files',
  description: 'Finds problems in .fabric files: in the text, and in the design it describes.',
  exits: {
    0: 'no errors, and no more warnings than allowed; notes never fail a build; with --watch, the end of it',
    1: "errors, too many warnings, with --error-on-unjudged a limit that can't be judged, with --fix-dry-run a fix, or a baseline with stale entries",
  },
  prints: [findingsDocument],
  writesSeveral: true,
  notes: `A fix is safe when what the design means can't change beyond what is evident: removing what is unused, \`#\` for \`//\`, a missing
import of the part library. Guesses, as of a misspelled name, and changes of the design itself are applied with --unsafe-fixes only.

A baseline accepts findings by their rule, by what they are about and by what that means, not by line or name: renaming, moving and folding
into arrays change nothing. It never holds errors of the text, nor what concerns the text alone, as an unused import.

In GitHub Actions, the format github also writes the findings to the summary of the job. A job that uploads a SARIF file does so
even when the check fails: add \`if: always()\` to that step.

With --watch, the screen of a terminal is cleared before each check, and Ctrl+C ends it. It is for files, and changes none: the standard
input, --fix, --fix-dry-run, --suppress-all, --prune-suppressions, --cache and an -o that replaces what is read are errors.`,
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
    { line: 'check --print-config torus.fabric', does: 'the severities that apply to a file' },
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
      .option(
        '--report-suppressed',
        'in SARIF, list what an `allow` or the baseline accepts too, marked as suppressed; not for GitHub, which opens alerts for it',
      )
      .option(
        '--print-config <file>',
        'print the severity of each rule for this file, and where it comes from, as JSON',
      )
      .option('--cache', 'print what an equal run printed, if nothing that it read has changed')
      .option('--cache-location <folder>', "folder of the cache (default: lightloom, in the user's folder for caches)")
      .option('--exit-zero', 'exit with 0 even when there are errors or warnings')
      .option('--watch', 'check again whenever a design, an import, a configuration or the baseline changes'),
  async run(call) {
    const {
      args: [asked],
      options,
      io,
    } = call;
    return options.printConfig === undefined ? check(call) : printConfig(asked, options.printConfig, options, io);
  },
});

/** Prints the severities that apply to one file. */
async function printConfig(paths: readonly string[], file: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const printed = printConfigConflict(paths, options) ?? (await printedConfig(file, options, io.cwd));
  if (typeof printed === 'string') {
    say(io, printed);
    return exitCode.usage;
  }
  for (const problem of printed.problems) say(io, problem, 'warning');
  io.stdout.write(printed.json);
  return exitCode.clean;
}

/** Checks, once or again and again. */
async function check({ args: [asked], options, io, program }: CheckCall): Promise<ExitCode> {
  const refuse = (...problems: readonly string[]): ExitCode => {
    for (const each of problems) say(io, each);
    return exitCode.usage;
  };
  const outputs = await outputsOf(options, io.cwd);
  if (typeof outputs === 'string') return refuse(outputs);
  const isWatching = options.watch === true;
  const conflict =
    conflictBefore(options, outputs) ??
    (isWatching ? await watchConflict({ paths: asked, options, outputs, cwd: io.cwd }) : undefined);
  if (conflict !== undefined) return refuse(conflict);
  const { checkOnce, fixAndCheck, startStoring } = await import('../check/check-run.ts');
  const storing = options.cache === true ? await startStoring(io, options) : undefined;
  const given = await filesOf(asked, options, io, storing?.disk);
  if (given === undefined) return exitCode.usage;
  const wrong = conflictWith(options, given.files);
  if (wrong !== undefined) return refuse(wrong);
  const isWriting = options.fix === true || options.suppressAll === true || options.pruneSuppressions === true;
  if (isWriting && given.unknownIgnored.length > 0) return refuse(...given.unknownIgnored);

  const { files, unreadable, isIgnored } = given;
  const run = { files, unreadable, isIgnored, options, outputs, io, version: program.version() ?? '' };
  if (isWatching) {
    const { watchFiles } = await import('../watch/watch.ts');
    return watchFiles({ ...run, paths: given.paths });
  }
  if (options.fix === true || options.fixDryRun === true) return fixAndCheck(run);
  return storing === undefined
    ? checkOnce(run)
    : checkOnce(run, { disk: storing.disk }, (outcome) => storing.store(outcome, given));
}

/** A whole number that isn't negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
