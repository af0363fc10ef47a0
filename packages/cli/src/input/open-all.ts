// Opens the designs of a run.
import type { Progress } from '../process/progress.ts';
import type { OpenedFile, Workspace } from './workspace.ts';

/** Designs that were opened, and of each that can't be read one sentence. */
export interface OpenedDesigns {
  readonly designs: readonly OpenedFile[];
  readonly problems: readonly string[];
}

/**
 * Opens files in order.
 * @param stdinFilename what the standard input is called
 * @param progress where it says which of them is next
 */
export async function openAll(
  files: readonly string[],
  workspace: Workspace,
  stdinFilename?: string,
  progress?: Pick<Progress, 'at'>,
): Promise<OpenedDesigns> {
  const designs: OpenedFile[] = [];
  const problems: string[] = [];
  for (const [i, file] of files.entries()) {
    progress?.at(i + 1, files.length);
    const opened = await workspace.open(file, stdinFilename);
    if (typeof opened === 'string') problems.push(opened);
    else designs.push(opened);
  }
  return { designs, problems };
}
