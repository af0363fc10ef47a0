// The arguments of a command that takes files, folders, patterns or the standard input.
import type { Command } from 'commander';
import { type FoundFiles, findFiles } from '../input/find-files.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';
import { stdinFilenameOption } from './design-options.ts';

/** Options of a command that takes several files. */
export interface FileOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly errorOnUnmatchedPattern: boolean;
}

/** Adds the argument for files, and the options about them. */
export function addFiles(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders, quoted patterns, or - for the standard input (default: this folder)')
    .option('--stdin', 'read the standard input, as - does')
    .addOption(stdinFilenameOption())
    .option('--no-error-on-unmatched-pattern', "don't fail when a path or pattern matches no file");
}

/** Files to work on. */
export interface GivenFiles {
  /** The arguments as they are followed. */
  readonly paths: readonly string[];
  /** Absolute paths; `-` alone for the standard input. */
  readonly files: readonly string[];
  /** How many folders and links could not be read, which is reported. */
  readonly unreadable: number;
  /** All that the arguments lead to. */
  readonly found: FoundFiles;
}

/**
 * The files that arguments name.
 * @returns undefined when the arguments can't be followed, which is reported
 */
export async function filesOf(paths: readonly string[], options: FileOptions, io: Io): Promise<GivenFiles | undefined> {
  if (options.stdin === true || paths.includes('-')) {
    const found: FoundFiles = { files: ['-'], problems: [], unreadable: [], folders: [] };
    if (paths.every((each) => each === '-')) return { paths, files: found.files, unreadable: 0, found };
    say(io, 'The standard input is read alone; remove the other paths, or `-`.');
    return undefined;
  }
  if (options.stdinFilename !== undefined) {
    say(io, '--stdin-filename needs the standard input: add `-`.');
    return undefined;
  }
  const followed = paths.length === 0 ? ['.'] : paths;
  const found = await findFiles(followed, io.cwd);
  const problems = options.errorOnUnmatchedPattern ? found.problems : [];
  for (const problem of [...problems, ...found.unreadable]) say(io, problem);
  if (problems.length > 0) return undefined;
  return { paths: followed, files: found.files, unreadable: found.unreadable.length, found };
}
