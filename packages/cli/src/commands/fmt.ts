// `lightloom fmt`: formats files in the one style.
import { printCount } from '@lightloom/core';
import { decode, largestFile, readText, reasonOf } from '@lightloom/language/disk';
import { sourceTextOf, spaceDiff, visible, visibleLines } from '@lightloom/print';
import { defineCommand, type GlobalOptions } from '../command/command.ts';
import { addFiles } from '../command/file-arguments.ts';
import { type FileOptions, filesOf, type GivenFiles } from '../files/given-files.ts';
import { isFabric } from '../input/find-files.ts';
import { shownPath } from '../input/shown-path.ts';
import { say } from '../output/deliver.ts';
import { themeOf } from '../output/printed.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';

interface FmtOptions extends GlobalOptions, FileOptions {
  readonly check?: boolean;
}

export const command = defineCommand<FmtOptions, [readonly string[]]>({
  name: 'fmt',
  summary: 'format .fabric files',
  description:
    'Formats .fabric files in the one style. Only space changes; a file with syntax errors is left unchanged. The standard input is formatted to the standard output.',
  exits: {
    0: 'all files are formatted',
    1: 'with --check, a file is not formatted; or a file has syntax errors and was left unchanged',
  },
  prints: [],
  examples: [
    { line: 'fmt', does: 'every .fabric file below this folder' },
    { line: 'fmt xpo-pod.fabric torus.fabric', does: 'files and folders' },
    { line: 'fmt --check', does: 'in a build: are they formatted?' },
    { line: 'fmt - < torus.fabric', does: 'the standard input to the standard output' },
  ],
  takes: (command) =>
    void addFiles(command).option(
      '--check',
      'write nothing; list files that are not formatted, and fail if there are any',
    ),
  async run({ args: [paths], options, io }) {
    const given = await filesOf(paths, options, io);
    for (const problem of given?.unknownIgnored ?? []) say(io, problem);
    if (given === undefined || given.unknownIgnored.length > 0) return exitCode.usage;
    return given.files[0] === '-' ? formatInput(options, io) : formatFiles(given, options, io);
  },
});

/** The result for one file. */
type Outcome = 'formatted' | 'unchanged' | 'broken' | 'unreadable';

/** Formats the standard input to the standard output. */
async function formatInput(options: FmtOptions, io: Io): Promise<ExitCode> {
  const { stdinFilename: name = '<stdin>', check } = options;
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
    // A file gets the text as it is.
    io.stdout.write(io.stdout.isTerminal ? visibleLines(text) : text);
    return exitCode.clean;
  }
  if (text === read.text) return exitCode.clean;
  io.stdout.write(`${visible(name)} is not formatted\n${spaceDiff(read.text, text, themeOf(options, io))}`);
  return exitCode.findings;
}

async function formatFiles({ files, unreadable }: GivenFiles, options: FmtOptions, io: Io): Promise<ExitCode> {
  const counts: Record<Outcome, number> = { formatted: 0, unchanged: 0, broken: 0, unreadable };
  for (const file of files) {
    // One example of what would change is enough.
    const showDiff = counts.formatted === 0;
    counts[await formatFile(file, { ...options, showDiff }, io)]++;
  }
  io.stdout.write(`${options.check === true ? checkSummary(counts) : writeSummary(counts)}\n`);
  if (counts.unreadable > 0) return exitCode.usage;
  return counts.broken > 0 || (options.check === true && counts.formatted > 0) ? exitCode.findings : exitCode.clean;
}

/** Formats a file; with `--check`, reports that it isn't formatted, and what would change when `showDiff` is set. */
async function formatFile(
  file: string,
  options: FmtOptions & { readonly showDiff: boolean },
  io: Io,
): Promise<Outcome> {
  const path = shownPath(file, io.cwd);
  const read = await readText(file);
  if ('problem' in read) {
    say(io, `${path} ${read.problem}`);
    return 'unreadable';
  }
  const text = await formatted(path, read.text, io);
  if (text === undefined) return 'broken';
  if (text === read.text) return 'unchanged';
  if (options.check === true) {
    const diff = options.showDiff ? spaceDiff(read.text, text, themeOf(options, io)) : '';
    io.stdout.write(`${visible(path)} is not formatted\n${diff}`);
    return 'formatted';
  }
  try {
    await writeTarget(await targetOf(file), text);
  } catch (error) {
    say(io, `${path} can't be written: ${reasonOf(error)}.`);
    return 'unreadable';
  }
  io.stdout.write(`${visible(path)} formatted\n`);
  return 'formatted';
}

/** The text in the one style; undefined when it has syntax errors, of which the first is reported. */
async function formatted(path: string, text: string, io: Io): Promise<string | undefined> {
  const { formatFabric } = await import('@lightloom/language');
  const result = formatFabric(text, 'none');
  const [first] = result.problems;
  if (first === undefined) return result.text;
  const { line, column } = sourceTextOf(path, text).position(first.start);
  say(io, `${path}:${line + 1}:${column + 1}: ${first.message} The file is left unchanged.`);
  return undefined;
}

type Counts = Readonly<Record<Outcome, number>>;

/** `2 files formatted, 3 unchanged` */
function writeSummary(counts: Counts): string {
  return [
    `${printCount(counts.formatted, 'file')} formatted`,
    `${counts.unchanged} unchanged`,
    ...failures(counts),
  ].join(', ');
}

/** `2 files not formatted, 3 formatted` */
function checkSummary(counts: Counts): string {
  return [
    `${printCount(counts.formatted, 'file')} not formatted`,
    `${counts.unchanged} formatted`,
    ...failures(counts),
  ].join(', ');
}

function failures({ broken, unreadable }: Counts): string[] {
  return [
    ...(broken > 0 ? [`${broken} with syntax errors`] : []),
    ...(unreadable > 0 ? [`${unreadable} unreadable or unwritable`] : []),
  ];
}
