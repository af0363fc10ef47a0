// `lightloom check`: what is wrong in some files, and whether a build may go on.
import { byPlace, type Fabric, type Finding, findingKey, printCount } from '@lightloom/core';
import { type Checked, countFindings, jsonFindings, prettyFindings, summaryText, themeFor } from '@lightloom/print';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { basisOf, type DesignOptions } from '../input/design-options.ts';
import { findFiles } from '../input/find-files.ts';
import { settingProblems } from '../input/setting-problems.ts';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish, GlobalOptions } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say } from './output.ts';

interface CheckOptions extends GlobalOptions, DesignOptions {
  readonly format: 'pretty' | 'json';
  /** The file to write to instead of the standard output. */
  readonly output?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly errorOnWarning?: boolean;
  readonly exitZero?: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly explain?: boolean;
}

export function addCheck(program: Command, finish: Finish): void {
  program
    .command('check')
    .summary('find what is wrong in .fabric files')
    .description('Finds what is wrong in .fabric files: in the text, and in the design it describes.')
    .argument('[paths...]', 'files, folders, patterns in quotes, or - for the standard input (default: this folder)')
    .addOption(
      new Option('-f, --format <name>', 'how findings are printed').choices(['pretty', 'json']).default('pretty'),
    )
    .option('-o, --output <file>', 'write findings to a file')
    .option('--stdin', 'check the standard input, as - does')
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--quiet', 'print errors only')
    .option('--explain', 'print the whole derivation of each number')
    .option('--max-warnings <count>', 'fail when there are more warnings than this', wholeNumber)
    .option('--error-on-warning', 'fail when there is any warning')
    .option('--exit-zero', 'exit with 0 in spite of findings')
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path or pattern leads to no file')
    .addHelpText(
      'after',
      `
Exit codes:
  0  no errors, and no more warnings than are allowed
  1  errors, or too many warnings
  2  the command can't be followed: an unknown option, a path that leads nowhere, a file that can't be read
  3  a defect of the tool

Examples:
  lightloom check                            every .fabric file below this folder
  lightloom check pod.fabric --quiet         errors only
  lightloom check "halls/**/*.fabric"        a pattern, the same on every system
  lightloom check -f json -o findings.json   for other programs
  lightloom check - < pod.fabric             the standard input
`,
    )
    .action((paths: string[], _options, command: Command) =>
      finish((io) => check(paths, command.optsWithGlobals<CheckOptions>(), io)),
    );
}

/** A whole number that is not negative. */
function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Cells of a line where there is no terminal to ask. */
const usualWidth = 120;

async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const files = await filesOf(paths, options, io);
  if (files === undefined) return exitCode.usage;
  const { createWorkspace } = await import('../input/workspace.ts');
  const workspace = createWorkspace(io, options);
  const found = await findingsIn(files, workspace, options.stdinFilename);
  if (found.notSet.length > 0) {
    for (const problem of found.notSet) say(io, problem);
    return exitCode.usage;
  }
  for (const problem of found.unreadable) say(io, problem);

  const counts = countFindings(found.all);
  const shown = options.quiet === true ? found.all.filter((each) => each.severity === 'error') : found.all;
  const checked: Checked = {
    files: found.paths,
    findings: shown,
    counts,
    unreadable: found.unreadable.length,
    settings: options.set ?? [],
    basis: basisOf(options),
  };
  const text =
    options.format === 'json'
      ? jsonFindings(checked, workspace.source, (each) => found.fabrics.get(each))
      : prettyFindings(checked, workspace.source, {
          theme: themeFor({
            flag: options.color,
            env: io.env,
            isTerminal: options.output === undefined && io.stdout.isTerminal,
          }),
          width: io.stdout.columns ?? usualWidth,
          whole: options.explain === true,
        });
  if (!(await deliver(io, text, options.output))) return exitCode.usage;
  if (options.output !== undefined) io.stderr.write(`${summaryText(checked)}\n`);

  const budget = options.errorOnWarning === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  const overBudget = counts.warning > budget;
  if (overBudget && counts.error === 0)
    say(io, `${printCount(counts.warning, 'warning')}; ${budget === 0 ? 'none is' : `at most ${budget} are`} allowed.`);
  if (found.unreadable.length > 0) return exitCode.usage;
  return (counts.error > 0 || overBudget) && options.exitZero !== true ? exitCode.findings : exitCode.clean;
}

/** The files to check; undefined when the arguments can't be followed, which is said. */
async function filesOf(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<readonly string[] | undefined> {
  const isInput = options.stdin === true || paths.includes('-');
  if (isInput) {
    if (paths.every((each) => each === '-')) return ['-'];
    say(io, 'The standard input is checked alone; leave the other paths out, or `-`.');
    return undefined;
  }
  if (options.stdinFilename !== undefined) {
    say(io, '--stdin-filename names the standard input, which is not read: add `-`.');
    return undefined;
  }
  const found = await findFiles(paths.length === 0 ? ['.'] : paths, io.cwd);
  if (found.problems.length === 0 || !options.errorOnUnmatchedPattern) return found.files;
  for (const problem of found.problems) say(io, problem);
  return undefined;
}

/** Findings of some files; those of a file that several of them import are told once. */
async function findingsIn(files: readonly string[], workspace: Workspace, inputName: string | undefined) {
  const paths: string[] = [];
  const unreadable: string[] = [];
  const known = new Set<string>();
  const fabrics = new Map<Finding, Fabric>();
  const designs: OpenedFile[] = [];
  for (const file of files) {
    const opened = await workspace.open(file, inputName);
    if (typeof opened === 'string') {
      unreadable.push(opened);
      continue;
    }
    paths.push(opened.path);
    designs.push(opened);
    for (const finding of opened.analysis.findings) {
      const key = findingKey(finding);
      if (known.has(key)) continue;
      known.add(key);
      fabrics.set(finding, opened.analysis.fabric);
    }
  }
  const path = (finding: Finding): string => workspace.path(finding.origin.uri);
  const all = [...fabrics.keys()].sort((a, b) => {
    const [first, second] = [path(a), path(b)];
    return first === second ? byPlace(a, b) : first < second ? -1 : 1;
  });
  return { all, paths, fabrics, unreadable, notSet: settingProblems(designs) };
}
