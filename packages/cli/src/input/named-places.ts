// The files and folders that options name, looked at before a command runs: a mistake in one is reported once, whatever is read later.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Disk, reasonOf, disk as thisDisk } from '@lightloom/language/disk';
import type { DesignOptions } from './design-options.ts';
import { shownPath } from './shown-path.ts';

/** A sentence for each option that names a file or folder which can't be used. @param disk what is asked: this computer's when not given */
export async function namedPlaceProblems(
  options: DesignOptions,
  cwd: string,
  disk: Disk = thisDisk,
): Promise<string[]> {
  const folders = await Promise.all((options.importFrom ?? []).map((each) => importFolderProblem(each, cwd, disk)));
  const files = [
    await fileProblem({ option: '--config', file: options.config }, cwd, disk),
    await fileProblem({ option: '--prices', file: options.prices }, cwd, disk),
  ];
  return [...files, ...folders].filter((each) => each !== undefined);
}

/** A file that is named once, by its option. */
interface NamedFile {
  readonly option: string;
  readonly file: string | undefined;
}

async function fileProblem({ option, file }: NamedFile, cwd: string, disk: Disk): Promise<string | undefined> {
  if (file === undefined) return undefined;
  if (file === '') return `\`${option}\` names no file.`;
  const path = resolve(cwd, file);
  const read = await disk.text(path);
  return 'problem' in read ? `${shownPath(path, cwd)} ${read.problem}` : undefined;
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
