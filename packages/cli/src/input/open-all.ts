// Opens the designs of a run.
import type { OpenedFile, Workspace } from './workspace.ts';

/** Designs that were opened, and of each that can't be read one sentence. */
export interface OpenedDesigns {
  readonly designs: readonly OpenedFile[];
  readonly problems: readonly string[];
}

/**
 * Opens files in order.
 * @param stdinFilename what the standard input is called
 */
export async function openAll(
  files: readonly string[],
  workspace: Workspace,
  stdinFilename?: string,
): Promise<OpenedDesigns> {
  const designs: OpenedFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const opened = await workspace.open(file, stdinFilename);
    if (typeof opened === 'string') problems.push(opened);
    else designs.push(opened);
  }
  return { designs, problems };
}
