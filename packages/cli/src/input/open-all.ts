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
 * @param onFile told before each file how many are done
 */
export async function openAll(
  files: readonly string[],
  workspace: Workspace,
  stdinFilename?: string,
  onFile?: (done: number) => void,
): Promise<OpenedDesigns> {
  const designs: OpenedFile[] = [];
  const problems: string[] = [];
  for (const [done, file] of files.entries()) {
    onFile?.(done);
    const opened = await workspace.open(file, stdinFilename);
    if (typeof opened === 'string') problems.push(opened);
    else designs.push(opened);
  }
  return { designs, problems };
}
