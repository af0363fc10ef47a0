// Opens the one design that a command is about.
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';
import type { OneDesignOptions } from './design-options.ts';

/** A design that was read and analyzed, and the texts it was read from. */
export interface OpenDesign {
  readonly opened: OpenedFile;
  readonly workspace: Workspace;
}

/**
 * Reads and analyzes a design.
 * @param file relative to the working directory, or `-` for the standard input
 * @returns undefined when it can't be read, or can't take a value of `--set`; both are reported
 */
export async function openDesign(file: string, options: OneDesignOptions, io: Io): Promise<OpenDesign | undefined> {
  const { createWorkspace } = await import('../input/workspace.ts');
  const workspace = createWorkspace(io, options);
  const { openedDesign } = await import('../questions/opened-design.ts');
  const opened = await openedDesign({ file, stdinFilename: options.stdinFilename }, workspace, io);
  return opened === undefined ? undefined : { opened, workspace };
}
