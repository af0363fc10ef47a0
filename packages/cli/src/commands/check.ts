// `lightloom check`: what is wrong with some files, and whether a build may go on.
import { type Finding, fingerprintsOf, printCount } from '@lightloom/core';
import { reasonOf } from '@lightloom/language/disk';
import {
  countFindings,
  countLimits,
  type FindingsDocument,
  findingsDocument,
  printDocument,
  type Sources,
  summaryText,
  type Topic,
  themeFor,
  visible,
} from '@lightloom/print';
import { InvalidArgumentError } from 'commander';
import { type BaselineOptions, baselineConflict } from '../baseline/baseline-options.ts';
import type { Suppressed } from '../baseline/suppressed-findings.ts';
import { type FixOptions, fixConflict } from '../fixes/fix-options.ts';
import { basisOf, type DesignOptions } from '../input/design-options.ts';
import { type Gathered, gatheredFindings } from '../input/gathered-findings.ts';
import { openAll } from '../input/open-all.ts';
import { printConfigConflict, printedConfig } from '../input/print-config.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type Output, outputsOf, type SeveralOutputs } from '../input/several-outputs.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { progressOf } from '../process/progress.ts';
import { type WatchOptions, watchConflict } from '../watch/watch-options.ts';
import { type Call, defineCommand } from './command.ts';
import { addDesignOptions } from './design-options.ts';
import { addFiles, type FileOptions, filesOf } from './file-arguments.ts';
import { deliverDocument, type PrintOptions, say } from './output.ts';

interface CheckOptions
  extends Omit<PrintOptions, keyof Output>,
    SeveralOutputs,
    DesignOptions,
    FileOptions,
    FixOptions,
    BaselineOptions,
    WatchOptions {
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly errorOnWarning?: boolean;
  readonly errorOnUnjudged?: boolean;
  readonly exitZero?: boolean;
  readonly explain?: boolean;
  readonly printConfig?: string;
  readonly reportSuppressed?: boolean;
}

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
input, --fix, --fix-dry-run, --suppress-all, --prune-suppressions and an -o that replaces what is read are errors.`,
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
      .option('--exit-zero', 'exit with 0 even when there are errors or warnings')
      .option('--watch', 'check again whenever a design, an import, a configuration or the baseline changes'),
  async run(call) {
    const {
      args: [asked],
      options,
      io,
    } = call;
    if (options.printConfig !== undefined) return printConfig(asked, options.printConfig, options, io);
    if (options.watch !== true) return checkOnce(call);
    const outputs = await outputsOf(options, io.cwd);
    const conflict =
      typeof outputs === 'string' ? outputs : await watchConflict({ paths: asked, options, outputs, cwd: io.cwd });
    if (conflict !== undefined) {
      say(io, conflict);
      return exitCode.usage;
    }
    const { watchFiles } = await import('../watch/watch.ts');
    const paths = asked.length === 0 ? ['.'] : asked;
    return watchFiles(io, { paths, options, check: (note) => checkOnce(call, note) });
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

/** One check, from finding the files to the exit code. @param note called with the path of each file before it is read */
async function checkOnce(
  { args: [asked], options, io, program }: Call<CheckOptions, [readonly string[]]>,
  note?: (path: string) => void,
): Promise<ExitCode> {
  const outputs = await outputsOf(options, io.cwd);
  if (typeof outputs === 'string') {
    say(io, outputs);
    return exitCode.usage;
  }
  if (options.reportSuppressed === true && outputs.every(({ format }) => format !== 'sarif')) {
    say(io, '--report-suppressed is for SARIF alone; add `-f sarif`, or remove it.');
    return exitCode.usage;
  }
  const given = await filesOf(asked, options, io);
  if (given === undefined) return exitCode.usage;
  const conflict = fixConflict(options, given.files) ?? baselineConflict(options, given.files);
  const isWriting = options.fix === true || options.suppressAll === true || options.pruneSuppressions === true;
  const problems = conflict === undefined ? (isWriting ? given.unknownIgnored : []) : [conflict];
  for (const problem of problems) say(io, problem);
  if (problems.length > 0) return exitCode.usage;
  const { fixFiles, showFixes } = await import('../fixes/fix-files.ts');
  const fixed = options.fixDryRun === true ? await showFixes(given.files, options, io) : undefined;
  if (options.fix === true && !(await fixFiles(given.files, options, io))) return exitCode.usage;
  const [{ createWorkspace }, { allTopics, isTextError }] = await Promise.all([
    import('../input/workspace.ts'),
    import('../input/topics.ts'),
  ]);
  const workspace = createWorkspace(io, options, fixed?.texts, note);
  const progress = progressOf(io, 'checking', options);
  const { designs, problems: unopened } = await openAll(given.files, workspace, options.stdinFilename, progress);
  progress.end();
  const unset = settingProblems(designs);
  for (const problem of unset.length > 0 ? unset : unopened) say(io, problem);
  if (unset.length > 0) return exitCode.usage;

  const unreadable = given.unreadable + unopened.length;
  const all = gatheredFindings(designs, workspace);
  const isPartial = unreadable > 0 || all.some(({ finding }) => isTextError(finding));
  const { useBaseline } = await import('../baseline/use-baseline.ts');
  const baseline = await useBaseline(
    { designs, findings: all, isPartial, isIgnored: given.isIgnored, cwd: io.cwd },
    options,
  );
  if (typeof baseline === 'string') {
    say(io, baseline);
    return exitCode.usage;
  }
  const { suppressedFindings } = await import('../baseline/suppressed-findings.ts');
  const suppressed = options.reportSuppressed === true ? suppressedFindings(designs, workspace, baseline) : [];
  const found = { designs, gathered: baseline.findings, suppressed, unreadable };
  const document = documentOf(found, options, program.version() ?? '', allTopics());
  for (const each of fixed === undefined ? outputs : []) {
    const { format: _, output: __, ...shared } = options;
    const isWritten = await deliverDocument(io, findingsDocument, document, { ...shared, ...each }, workspace.source);
    if (!isWritten) return exitCode.usage;
  }
  if (outputs.some(({ format }) => format === 'github')) await writeJobSummary(io, document, workspace.source);
  if (outputs.every(({ output }) => output !== undefined)) io.stderr.write(`${visible(summaryText(document))}\n`);

  for (const { message, severity } of baseline.said) say(io, message, severity);

  const { counts } = document;
  const limit = options.errorOnWarning === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  const overLimit = counts.warning > limit;
  if (overLimit && counts.error === 0)
    say(io, `${printCount(counts.warning, 'warning')}; ${limit === 0 ? 'none is' : `at most ${limit} are`} allowed.`);
  const { open } = countLimits(document.judged.map(({ judged }) => judged));
  const isOpen = options.errorOnUnjudged === true && open > 0;
  if (isOpen && counts.error === 0)
    say(io, `Some limits aren't judged (${printCount(open, 'reason')}); --error-on-unjudged allows none.`);
  if (unreadable > 0) return exitCode.usage;
  if (fixed !== undefined && fixed.files.length > 0 && options.exitZero !== true) return exitCode.findings;
  return (counts.error > 0 || overLimit || isOpen || baseline.isStale) && options.exitZero !== true
    ? exitCode.findings
    : exitCode.clean;
}

/** Adds the findings to the summary of a job of GitHub Actions, where the run is part of one. */
async function writeJobSummary(io: Io, document: FindingsDocument, source: Sources): Promise<void> {
  const path = io.env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  const context = { sources: source, theme: themeFor({ flag: false, env: {}, isTerminal: false }), width: 120 };
  const { appendFile } = await import('node:fs/promises');
  try {
    await appendFile(path, `${printDocument(findingsDocument, document, context, 'md')}\n`);
  } catch (error) {
    say(io, `The summary of the job can't be written: ${reasonOf(error)}.`, 'warning');
  }
}

/** A whole number that isn't negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** What a run found. */
interface Found {
  readonly designs: readonly OpenedFile[];
  readonly gathered: readonly Gathered[];
  /** What was accepted and is listed all the same. */
  readonly suppressed: readonly Suppressed[];
  readonly unreadable: number;
}

function documentOf(
  { designs, gathered, suppressed: accepted, unreadable }: Found,
  options: CheckOptions,
  version: string,
  topics: readonly Topic[],
): FindingsDocument {
  const all = gathered.map(({ finding }) => finding);
  const shown = options.quiet === true ? onlyErrors(gathered) : gathered;
  const suppressed = options.quiet === true ? onlyErrors(accepted) : accepted;
  const listed = [...shown, ...suppressed];
  return {
    files: designs.map(({ path }) => path),
    findings: shown.map(({ finding }) => finding),
    suppressed,
    fabrics: new Map(listed.map(({ finding, fabric }) => [finding, fabric])),
    designs: new Map(listed.map(({ finding, designs }) => [finding, designs])),
    fingerprints: fingerprintsIn(listed),
    topics: new Map(topics.map((each) => [each.id, each])),
    version,
    counts: countFindings(all),
    judged: designs.map(({ path, analysis }) => ({ design: path, judged: analysis.judged })),
    unreadable,
    settings: options.set ?? [],
    basis: basisOf(options),
    derivations: options.explain === true ? 'whole' : 'short',
  };
}

/** The fingerprint of each finding. */
function fingerprintsIn(gathered: readonly Gathered[]): FindingsDocument['fingerprints'] {
  const fabrics = new Map<Gathered['fabric'], ReturnType<typeof fingerprintsOf>>();
  return new Map(
    gathered.map(({ finding, fabric }) => {
      const known = fabrics.get(fabric) ?? fingerprintsOf(fabric);
      fabrics.set(fabric, known);
      return [finding, known.fingerprint(finding)];
    }),
  );
}

/** The errors, each with those of its consequences that are errors. */
function onlyErrors<T extends Gathered>(gathered: readonly T[]): T[] {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return gathered
    .filter(({ finding }) => isError(finding))
    .map((each) => ({ ...each, finding: { ...each.finding, folded: (each.finding.folded ?? []).filter(isError) } }));
}
