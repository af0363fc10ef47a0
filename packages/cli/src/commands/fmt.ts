// `lightloom fmt`: brings files into the one style.
import { printCount } from '@lightloom/core';
import { sourceOf, spaceDiff, themeFor } from '@lightloom/print';
import type { Command } from 'commander';
import { findFiles, isFabric, shownPath } from '../input/find-files.ts';
import { decode, largestFile, readText } from '../input/read-text.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish, GlobalOptions } from './command.ts';
import { deliver, say } from './output.ts';

interface FmtOptions extends GlobalOptions {
  readonly check?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly errorOnUnmatchedPattern: boolean;
}

export function addFmt(program: Command, finish: Finish): void {
  program
    .command('fmt')
    .summary('bring .fabric files into the one style')
    .description(
      'Rewrites .fabric files in the one style. Only space changes; a file with syntax errors is left alone.',
    )
    .argument('[paths...]', 'files, folders, patterns in quotes, or - for the standard input (default: this folder)')
    .option('--check', 'write nothing; list files that are not formatted, and fail if there are any')
    .option('--stdin', 'format the standard input, as - does, to the standard output')
    .option('--stdin-filename <path>', 'what the standard input is called in messages')
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path or pattern leads to no file')
    .addHelpText(
      'after',
      `
Exit codes:
  0  all files are formatted now
  1  with --check, a file is not formatted; or a file has syntax errors and was left alone
  2  the command can't be followed: an unknown option, a path that leads nowhere, a file that can't be read or written
  3  a defect of the tool

Examples:
  lightloom fmt                      every .fabric file below this folder
  lightloom fmt --check              in a build: are they formatted?
  lightloom fmt - < pod.fabric       the standard input to the standard output
`,
    )
    .action((paths: string[], _options, command: Command) =>
      finish((io) => fmt(paths, command.optsWithGlobals<FmtOptions>(), io)),
    );
}

/** What became of a file. */
type Outcome = 'formatted' | 'unchanged' | 'torn' | 'unreadable';

async function fmt(paths: readonly string[], options: FmtOptions, io: Io): Promise<ExitCode> {
  const isInput = options.stdin === true || paths.includes('-');
  if (isInput && !paths.every((each) => each === '-')) {
    say(io, 'The standard input is formatted alone; leave the other paths out, or `-`.');
    return exitCode.usage;
  }
  if (!isInput && options.stdinFilename !== undefined) {
    say(io, '--stdin-filename names the standard input, which is not read: add `-`.');
    return exitCode.usage;
  }
  return isInput ? formatInput(options, io) : formatFiles(paths, options, io);
}

/** Formats the standard input to the standard output. */
async function formatInput({ stdinFilename: name = '<stdin>', check, color }: FmtOptions, io: Io): Promise<ExitCode> {
  if (name !== '<stdin>' && !isFabric(name)) {
    say(io, `${name} is not a .fabric file.`);
    return exitCode.usage;
  }
  const read = decode(await io.stdin(largestFile));
  if ('problem' in read) {
    say(io, `${name} ${read.problem}`);
    return exitCode.usage;
  }
  const text = await formatted(name, read.text, io);
  if (text === undefined) return exitCode.findings;
  if (check !== true) {
    io.stdout.write(text);
    return exitCode.clean;
  }
  if (text === read.text) return exitCode.clean;
  io.stdout.write(`${name} is not formatted\n${spaceDiff(read.text, text, themeOf(color, io))}`);
  return exitCode.findings;
}

async function formatFiles(paths: readonly string[], options: FmtOptions, io: Io): Promise<ExitCode> {
  const found = await findFiles(paths.length === 0 ? ['.'] : paths, io.cwd);
  if (found.problems.length > 0 && options.errorOnUnmatchedPattern) {
    for (const problem of found.problems) say(io, problem);
    return exitCode.usage;
  }
  const counts: Record<Outcome, number> = { formatted: 0, unchanged: 0, torn: 0, unreadable: 0 };
  for (const file of found.files) counts[await formatFile(file, options, counts.formatted === 0, io)]++;
  io.stdout.write(`${summary(counts, options.check === true)}\n`);
  if (counts.unreadable > 0) return exitCode.usage;
  return counts.torn > 0 || (options.check === true && counts.formatted > 0) ? exitCode.findings : exitCode.clean;
}

/**
 * Formats a file, or says that it is not formatted.
 * @param isFirst whether it would be the first of its kind: then it is shown what would change
 */
async function formatFile(file: string, options: FmtOptions, isFirst: boolean, io: Io): Promise<Outcome> {
  const path = shownPath(file, io.cwd);
  const read = await readText(file);
  if ('problem' in read) {
    say(io, `${path} ${read.problem}`);
    return 'unreadable';
  }
  const text = await formatted(path, read.text, io);
  if (text === undefined) return 'torn';
  if (text === read.text) return 'unchanged';
  if (options.check === true) {
    const diff = isFirst ? spaceDiff(read.text, text, themeOf(options.color, io)) : '';
    io.stdout.write(`${path} is not formatted\n${diff}`);
    return 'formatted';
  }
  if (!(await deliver(io, text, file))) return 'unreadable';
  io.stdout.write(`${path} formatted\n`);
  return 'formatted';
}

/** The text in the one style; undefined when it has syntax errors, of which the first is told. */
async function formatted(path: string, text: string, io: Io): Promise<string | undefined> {
  const { formatFabric } = await import('@lightloom/language');
  const result = formatFabric(text, 'none');
  const [first] = result.problems;
  if (first === undefined) return result.text;
  const { line, column } = sourceOf(path, text).position(first.start);
  say(io, `${path}:${line + 1}:${column + 1}: ${first.message} The file is left as it is.`);
  return undefined;
}

function themeOf(flag: boolean | undefined, { env, stdout }: Io) {
  return themeFor({ flag, env, isTerminal: stdout.isTerminal });
}

/** `2 files formatted, 3 unchanged`. */
function summary(counts: Readonly<Record<Outcome, number>>, isCheck: boolean): string {
  const parts = [
    `${printCount(counts.formatted, 'file')} ${isCheck ? 'not formatted' : 'formatted'}`,
    `${counts.unchanged} ${isCheck ? 'formatted' : 'unchanged'}`,
    ...(counts.torn > 0 ? [`${counts.torn} with syntax errors`] : []),
    ...(counts.unreadable > 0 ? [`${counts.unreadable} not readable or writable`] : []),
  ];
  return parts.join(', ');
}
