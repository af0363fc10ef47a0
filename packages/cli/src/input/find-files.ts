// Finds the files that a command line names: files, folders and patterns.
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

/** Files that were found, and arguments that lead to none. */
export interface FoundFiles {
  /** Absolute paths, each once, sorted by the path as it is shown. */
  readonly files: readonly string[];
  /** One sentence for each argument that leads to no file. */
  readonly problems: readonly string[];
}

/** Folders that are never searched: other people's packages. The search itself skips names that start with a dot. */
const ignored = ['**/node_modules/**'];
/** Characters that make a path a pattern. */
const wildcard = /[*?[\]{}]/;

/**
 * Expands the arguments of a command line. Patterns are expanded here, not by the shell, so that they mean the same everywhere.
 * @param cwd where relative paths start; absolute
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    const result = await follow(path, cwd);
    if (typeof result === 'string') problems.push(result);
    else for (const file of result) found.add(file);
  }
  const shown = (file: string): string => shownPath(file, cwd);
  return { files: [...found].sort((a, b) => (shown(a) < shown(b) ? -1 : 1)), problems };
}

/** The files of one argument, or a sentence that explains why there are none. */
async function follow(path: string, cwd: string): Promise<string[] | string> {
  const absolute = resolve(cwd, path);
  const found = await stat(absolute).catch(() => undefined);
  if (found?.isFile()) return isFabric(path) ? [absolute] : `${path} is not a .fabric file.`;
  if (found?.isDirectory()) {
    const files = await search('**/*.fabric', absolute);
    return files.length > 0 ? files : `There are no .fabric files in ${path === '.' ? 'this folder' : path}.`;
  }
  if (found !== undefined) return `${path} is neither a file nor a folder.`;
  if (!wildcard.test(path)) return `${path} does not exist.`;
  const files = await search(path, cwd);
  return files.length > 0 ? files : `No .fabric file matches ${path}.`;
}

/** The `.fabric` files that match a pattern. Links to folders aren't followed: they could form a circle. */
async function search(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern.split(sep).join('/'), {
    cwd,
    absolute: true,
    ignore: ignored,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return files.filter(isFabric).map((file) => resolve(file));
}

/** Whether a path has the ending `.fabric`. */
export function isFabric(path: string): boolean {
  return path.endsWith('.fabric');
}

/** A path as it is shown: relative to the working directory, with forward slashes on every system. */
export function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/') || '.';
}
