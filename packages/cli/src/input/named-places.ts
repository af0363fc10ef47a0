// The files and folders that options name, looked at before a command runs: a mistake in one is reported once, whatever is read later.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Disk, reasonOf, disk as thisDisk } from '@lightloom/language/disk';
import { configurationPath, type DesignOptions } from './design-options.ts';
import { shownPath } from './shown-path.ts';

/** A sentence for each option that names a file or folder which can't be used. @param disk what is asked: this computer's when not given */
export async function namedPlaceProblems(
  options: DesignOptions,
  cwd: string,
  disk: Disk = thisDisk,
): Promise<string[]> {
  const folders = await Promise.all((options.importFrom ?? []).map((each) => importFolderProblem(each, cwd, disk)));
  return [await configProblem(options, cwd, disk), ...folders].filter((each) => each !== undefined);
}

async function configProblem(options: DesignOptions, cwd: string, disk: Disk): Promise<string | undefined> {
  if (options.config === '') return '`--config` names no file.';
  const path = configurationPath(options, cwd);
  const read = path === undefined ? undefined : await disk.text(path);
  return path !== undefined && read !== undefined && 'problem' in read
    ? `${shownPath(path, cwd)} ${read.problem}`
    : undefined;
}

async function importFolderProblem(folder: string, cwd: string, disk: Disk): Promise<string | undefined> {
  if (folder === '') return '`--import-from` names no folder.';
  const path = resolve(cwd, folder);
  if (await disk.isFolder(path)) return undefined;
  try {
    await stat(path);
    return `\`--import-from ${folder}\` names no folder; name the folder that the file is in.`;
  } catch (error) {
    return `\`--import-from ${folder}\` can't be used: ${reasonOf(error)}.`;
  }
}
