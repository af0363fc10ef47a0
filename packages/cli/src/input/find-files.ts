// Finds the files that a command line names: files, folders and patterns.
import { lstat, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { codeOf, reasonOf } from '@lightloom/language/disk';
import { danglingLink, type Searched, search, type Wanted } from './search.ts';
import { shownPath } from './shown-path.ts';

/** Files that were found, and arguments that lead to none. */
export interface FoundFiles {
  /** Absolute paths, each once, sorted by the path as it is shown. */
  readonly files: readonly string[];
  /** Absolute paths of the folders that were searched. */
  readonly folders: readonly string[];
  /** One sentence for each argument that leads to no file. */
  readonly problems: readonly string[];
  /** One sentence for each folder or link that can't be read. */
  readonly unreadable: readonly string[];
  /** All that the arguments lead to before anything is left out, as it was said or found: equal as long as the disk says the same. */
  readonly listed: readonly string[];
}

/** Nothing that was found. */
export const nothingFound: FoundFiles = { files: [], folders: [], problems: [], unreadable: [], listed: [] };

/** What is left out of the files that are found. */
interface LeftOut {
  /** Whether folders and patterns leave a file out, by its absolute path. */
  readonly isIgnored: (path: string) => Promise<boolean>;
  /** Whether a file that is named is left out too. */
  readonly alsoNamed: boolean;
}

/** Characters that make a path a pattern. */
const wildcard = /[*?[\]{}]/;

/**
 * Expands the arguments of a command line. Patterns are expanded here, not by the shell, so that they mean the same everywhere.
 * @param cwd where relative paths start; absolute
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  leftOut: LeftOut = { isIgnored: async () => false, alsoNamed: false },
): Promise<FoundFiles> {
  const files = new Set<string>();
  const folders = new Set<string>();
  const unreadable = new Set<string>();
  const problems: string[] = [];
  const listed: string[] = [];
  const shown = (file: string): string => shownPath(file, cwd);
  for (const path of paths) {
    const all = await follow(path, cwd);
    listed.push(...listedOf(all));
    const found = typeof all === 'string' ? all : await withoutIgnored(all, leftOut);
    if (typeof found === 'string') {
      problems.push(found);
      continue;
    }
    for (const file of found.files) files.add(file);
    for (const folder of found.folders) folders.add(folder);
    for (const each of found.unreadable) unreadable.add(`${shown(each.path)} can't be read: ${each.reason}.`);
  }
  return {
    files: [...files].sort((a, b) => (shown(a) < shown(b) ? -1 : 1)),
    folders: [...folders],
    problems,
    unreadable: [...unreadable].sort(),
    listed,
  };
}

/** What one argument leads to. */
interface Followed extends Searched {
  /** What to say when all of it is left out; undefined for a file that is named itself. */
  readonly ifIgnored?: string;
}

/** What one argument leads to, or a sentence that explains why that is nothing. */
async function follow(path: string, cwd: string): Promise<Followed | string> {
  if (path === '') return 'A path is empty; name a file or a folder.';
  const absolute = resolve(cwd, path);
  const found = await stat(absolute).catch((error: Error) => error);
  if (found instanceof Error) {
    const unreadable = (reason: string): Followed => ({
      files: [],
      folders: [],
      unreadable: [{ path: absolute, reason }],
    });
    if (codeOf(found) !== 'ENOENT') return unreadable(reasonOf(found));
    if (await isLink(absolute)) return unreadable(danglingLink);
    if (!wildcard.test(path)) return `${path} does not exist.`;
    const matching = await searchPattern(path, cwd);
    return isEmpty(matching)
      ? `No .fabric file matches ${path}.`
      : { ...matching, ifIgnored: `Every .fabric file that matches ${path} is ignored` };
  }
  if (!found.isDirectory()) {
    if (!found.isFile()) return `${path} is neither a file nor a folder.`;
    if (!isFabric(path)) return `${path} is not a .fabric file.`;
    return { files: [absolute], folders: [], unreadable: [] };
  }
  const below = await search(absolute, { isWanted: (each) => isFabric(each) && !isHidden(each), mayHold: isSearched });
  const shown = path === '.' ? 'this folder' : path;
  return isEmpty(below)
    ? `There are no .fabric files in ${shown}.`
    : { ...below, ifIgnored: `Every .fabric file in ${shown} is ignored` };
}

/** What an argument leads to, without ignored files; a sentence when a search is left with nothing. */
async function withoutIgnored(
  { files, folders, unreadable, ifIgnored }: Followed,
  { isIgnored, alsoNamed }: LeftOut,
): Promise<Searched | string> {
  if (ifIgnored === undefined && !alsoNamed) return { files, folders, unreadable };
  const left: string[] = [];
  for (const file of files) if (!(await isIgnored(file))) left.push(file);
  const places: Searched['unreadable'][number][] = [];
  for (const place of unreadable) if (!(await isIgnored(place.path))) places.push(place);
  const found = { files: left, folders, unreadable: places };
  return isEmpty(found) && ifIgnored !== undefined ? `${ifIgnored} (\`ignore\` of the configuration).` : found;
}

function listedOf(found: Followed | string): string[] {
  if (typeof found === 'string') return [found];
  return [...found.files, ...found.unreadable.map(({ path, reason }) => `${path} can't be read: ${reason}.`)];
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

const isEmpty = ({ files, unreadable }: Searched): boolean => files.length + unreadable.length === 0;

/** The `.fabric` files that match a pattern; only folders that can hold one are read. */
async function searchPattern(pattern: string, cwd: string): Promise<Searched> {
  const { default: picomatch } = await import('picomatch');
  const { base, glob } = picomatch.scan(pattern.split(sep).join('/'));
  // A path with a lone bracket is a name after all.
  if (glob === '') return { files: [], folders: [], unreadable: [] };
  const matches = picomatch(glob);
  const steps = /\{[^}]*\//.test(glob) ? ['**'] : glob.split('/');
  const wanted: Wanted = {
    isWanted: (path) => isFabric(path) && matches(path),
    mayHold(folder) {
      const own = folder.split('/');
      const i = own.length - 1;
      if (steps.slice(0, i + 1).some((step) => step.includes('**'))) return isSearched(folder);
      const step = steps[i];
      return step !== undefined && i < steps.length - 1 && picomatch.isMatch(own[i] ?? '', step);
    },
  };
  const root = resolve(cwd, base);
  const folder = await stat(root).catch((error: Error) => error);
  return codeOf(folder) === 'ENOENT' ? { files: [], folders: [], unreadable: [] } : search(root, wanted);
}

/** Whether a folder is searched: other people's packages aren't, nor what a system hides. */
function isSearched(folder: string): boolean {
  return !isHidden(folder) && !/(^|\/)node_modules$/.test(folder);
}

/** Whether the last name of a path starts with a dot. */
function isHidden(path: string): boolean {
  return path.startsWith('.', path.lastIndexOf('/') + 1);
}

/** Whether a path has the ending `.fabric`. */
export function isFabric(path: string): boolean {
  return path.endsWith('.fabric');
}
