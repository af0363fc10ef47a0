// The files and folders that options name, looked at before a command runs: a mistake in one is reported once, whatever is read later.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readText, reasonOf } from '@lightloom/language/disk';
import type { DesignOptions } from './design-options.ts';
import { shownPath } from './shown-path.ts';

/** A sentence for each option that names a file or folder which can't be used. */
export async function namedPlaceProblems(options: DesignOptions, cwd: string): Promise<string[]> {
  const folders = await Promise.all((options.importFrom ?? []).map((each) => importFolderProblem(each, cwd)));
  const files = [
    await fileProblem('--config', options.config, cwd),
    await fileProblem('--prices', options.prices, cwd),
  ];
  return [...files, ...folders].filter((each) => each !== undefined);
}

async function fileProblem(option: string, file: string | undefined, cwd: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  if (file === '') return `\`${option}\` names no file.`;
  const path = resolve(cwd, file);
  const read = await readText(path);
  return 'problem' in read ? `${shownPath(path, cwd)} ${read.problem}` : undefined;
}

async function importFolderProblem(folder: string, cwd: string): Promise<string | undefined> {
  if (folder === '') return '`--import-from` names no folder.';
  try {
    return (await stat(resolve(cwd, folder))).isDirectory()
      ? undefined
      : `\`--import-from ${folder}\` names no folder; name the folder that the file is in.`;
  } catch (error) {
    return `\`--import-from ${folder}\` can't be used: ${reasonOf(error)}.`;
  }
}
