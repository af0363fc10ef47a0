// Which files the configuration leaves out of folders and patterns.
import type { Disk } from '@lightloom/language/disk';
import type { IgnoredFiles } from '@lightloom/language/node';
import { configurationProblems } from './configuration-problems.ts';
import { configurationPath, type DesignOptions } from './design-options.ts';

/** Which files folders and patterns leave out. @param disk where configurations are read from: this computer's when not given */
export async function ignoredFilesOf(options: DesignOptions, cwd: string, disk?: Disk): Promise<IgnoredFiles> {
  // The language loads in a while, and the help needs none of it.
  const { ignoredFiles } = await import('@lightloom/language/node');
  return ignoredFiles(configurationPath(options, cwd), disk);
}

/** Sentences that say why it isn't known which files are ignored, for a run that would change them; none where it is known. */
export function unknownIgnoredProblems({ unknown }: IgnoredFiles, cwd: string): string[] {
  const problems = unknown().flatMap((each) => configurationProblems(each, cwd));
  return problems.length === 0
    ? []
    : [
        ...problems,
        'Which files are ignored is unknown, so none is changed; correct the configuration, or name the files.',
      ];
}
