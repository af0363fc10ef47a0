// Opens the one design that somebody asks about.
import { settingProblems } from '../input/setting-problems.ts';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** A design as it is named. */
export interface NamedDesign {
  /** Relative to the working directory, or `-` for the standard input. */
  readonly file: string;
  /** The file name of the standard input. */
  readonly stdinFilename?: string | undefined;
}

/**
 * Reads and analyzes a design.
 * @returns undefined when it can't be read, or can't take a value of `--set`; both are reported
 */
export async function openedDesign(
  { file, stdinFilename }: NamedDesign,
  workspace: Workspace,
  io: Pick<Io, 'stderr'>,
): Promise<OpenedFile | undefined> {
  const opened = await workspace.open(file, stdinFilename);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  return typeof opened === 'string' || problems.length > 0 ? undefined : opened;
}
