// The files that arguments name, or the standard input.
import type { Disk } from '@lightloom/language/disk';
import type { DesignOptions } from '../input/design-options.ts';
import { type FoundFiles, findFiles, nothingFound } from '../input/find-files.ts';
import { ignoredFilesOf, unknownIgnoredProblems } from '../input/ignored-files.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** Options of a command that takes several files. */
export interface FileOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly skipIgnored?: boolean;
}

/** Files to work on, and how many folders and links could not be read, which is reported. */
export interface GivenFiles {
  /** The arguments as they are followed. */
  readonly paths: readonly string[];
  /** All that they lead to. */
  readonly found: FoundFiles;
  /** Absolute paths; `-` alone for the standard input. */
  readonly files: readonly string[];
  readonly unreadable: number;
  /** Why it isn't known which files are ignored, a sentence each: then a run that changes files leaves them as they are. */
  readonly unknownIgnored: readonly string[];
  /** Whether folders and patterns leave a file out, by its absolute path. */
  readonly isIgnored: (path: string) => Promise<boolean>;
}

const inputAlone: GivenFiles = {
  paths: ['-'],
  found: { ...nothingFound, files: ['-'] },
  files: ['-'],
  unreadable: 0,
  unknownIgnored: [],
  isIgnored: async () => false,
};

/**
 * The files that arguments name.
 * @param disk where configurations are read from that say what is ignored: this computer's when not given
 * @returns undefined when the arguments can't be followed, which is reported
 */
export async function filesOf(
  paths: readonly string[],
  options: FileOptions & DesignOptions,
  io: Io,
  disk?: Disk,
): Promise<GivenFiles | undefined> {
  if (options.stdin === true || paths.includes('-')) {
    if (paths.every((each) => each === '-')) return inputAlone;
    say(io, 'The standard input is read alone; remove the other paths, or `-`.');
    return undefined;
  }
  if (options.stdinFilename !== undefined) {
    say(io, '--stdin-filename needs the standard input: add `-`.');
    return undefined;
  }
  const followed = paths.length === 0 ? ['.'] : paths;
  const ignored = await ignoredFilesOf(options, io.cwd, disk);
  const found = await findFiles(followed, io.cwd, {
    isIgnored: ignored.has,
    alsoNamed: options.skipIgnored === true,
  });
  const problems = options.errorOnUnmatchedPattern ? found.problems : [];
  for (const problem of [...problems, ...found.unreadable]) say(io, problem);
  const unknownIgnored = unknownIgnoredProblems(ignored, io.cwd);
  return problems.length > 0
    ? undefined
    : {
        paths: followed,
        found,
        files: found.files,
        unreadable: found.unreadable.length,
        unknownIgnored,
        isIgnored: ignored.has,
      };
}
