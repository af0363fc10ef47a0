// A revision of a Git repository, `HEAD~1:pod.fabric`: files as they were then, with all they import.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Disk, decode, type ReadText, disk as thisDisk } from '@lightloom/language/disk';
import { askGit, type GitAnswer } from './git.ts';
import { gitObjects } from './git-objects.ts';
import { isBelow, shownPath } from './shown-path.ts';

/** What a revision holds at a path: a text, why it can't be read, a folder, or nothing. */
type Entry = ReadText | 'folder' | 'nothing';

/** A revision that files are read from. */
export interface Revision {
  /** As it was named: `HEAD~1`. */
  readonly name: string;
  /** The top of the repository; absolute. */
  readonly root: string;
  /** What is at a path. @param path relative to the root, with forward slashes; empty for the root itself */
  read(path: string): Promise<Entry>;
  /** `HEAD~1:pods/pod.fabric`; undefined for what is outside of the repository. @param file absolute */
  shown(file: string): string | undefined;
  /** The paths of all files in a folder, relative to the root. @param folder relative to the root; empty for all */
  list(folder: string): Promise<readonly string[]>;
}

/** An argument that names something in a revision. */
export interface NamedInRevision {
  readonly revision: string;
  /** As it was written: from the top of the repository, or with `./` from the working directory. */
  readonly path: string;
}

/**
 * Reads an argument as `REVISION:PATH`; undefined for one that is a path. A path that exists is always one, and so is one that starts
 * with a drive.
 * @param cwd where relative paths start; absolute
 */
export function namedInRevision(
  text: string,
  cwd: string,
  platform: NodeJS.Platform = process.platform,
): NamedInRevision | undefined {
  const [, revision, path] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  if (revision === undefined || path === undefined) return undefined;
  const isDrive = /^[A-Za-z]$/.test(revision) && (platform === 'win32' || /^[\\/]/.test(path));
  if (isDrive || existsSync(resolve(cwd, text))) return undefined;
  return { revision, path };
}

/** Opens a revision. The result is one sentence when that fails. */
export async function openRevision(
  name: string,
  cwd: string,
  { followsLinks = true }: { readonly followsLinks?: boolean } = {},
): Promise<Revision | string> {
  if (name.startsWith('-')) return `\`${name}\` isn't a revision.`;
  const top = await askGit(cwd, ['rev-parse', '--show-toplevel']);
  if (top.code === 'missing') return `\`${name}\` is read with Git, which isn't installed or isn't found.`;
  if (top.code !== 0) return `\`${name}\` names a revision, and ${whyNoRepository(top)}.`;
  const root = resolve(top.out.toString('utf8').trimEnd());
  const found = await askGit(cwd, ['rev-parse', '--verify', '--quiet', `${name}^{tree}`]);
  if (found.code !== 0) return unknownRevision(name, root);
  const tree = found.out.toString('utf8').trim();
  const objects = gitObjects(root, followsLinks ? ['--follow-symlinks'] : []);
  const entries = new Map<string, Promise<Entry>>();
  const read = (path: string): Promise<Entry> => {
    let entry = entries.get(path);
    if (entry === undefined) entries.set(path, (entry = readEntry(objects, `${tree}:${path}`)));
    return entry;
  };
  return {
    name,
    root,
    read,
    shown: (file) => {
      const path = pathWithin(root, file);
      return path === undefined ? undefined : `${name}:${path}`;
    },
    async list(folder) {
      const where = folder === '' ? [] : ['--', `${folder}/`];
      const { out } = await askGit(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree, ...where]);
      return out
        .toString('utf8')
        .split('\0')
        .filter((each) => each !== '');
    },
  };
}

/**
 * A disk with a revision in place of what there is below the top of its repository.
 * @param kept a file that is read from the disk all the same; absolute
 */
export function revisionDisk({ name, root, read }: Revision, kept?: string): Disk {
  const entryAt = async (file: string): Promise<Entry | undefined> => {
    const path = file === kept ? undefined : pathWithin(root, file);
    // What Git itself keeps there is on the disk only.
    return path === undefined || path === '.git' ? undefined : read(path);
  };
  return {
    async exists(file) {
      const entry = await entryAt(file);
      return entry === undefined ? thisDisk.exists(file) : entry !== 'nothing';
    },
    async isFolder(file) {
      const entry = await entryAt(file);
      return entry === undefined ? thisDisk.isFolder(file) : entry === 'folder';
    },
    async text(file) {
      const entry = await entryAt(file);
      if (entry === undefined) return thisDisk.text(file);
      if (entry === 'folder') return { problem: 'is a folder; name a file in it.' };
      return entry === 'nothing' ? { problem: 'does not exist in that revision.' } : entry;
    },
    async realPath(file) {
      const entry = await entryAt(file);
      if (entry === undefined) return thisDisk.realPath(file);
      if (entry === 'nothing') throw Object.assign(new Error(`${name} has no ${file}.`), { code: 'ENOENT' });
      return file;
    },
  };
}

/** A path relative to a folder, with forward slashes; undefined for what is outside of it. */
function pathWithin(root: string, file: string): string | undefined {
  if (file === root) return '';
  return isBelow(file, root) ? shownPath(file, root) : undefined;
}

function whyNoRepository({ error }: GitAnswer): string {
  return /dubious ownership/.test(error)
    ? 'Git refuses a repository of another user: see `safe.directory` in the manual of git config'
    : 'this folder is in no Git repository';
}

async function unknownRevision(name: string, root: string): Promise<string> {
  const shallow = await askGit(root, ['rev-parse', '--is-shallow-repository']);
  const isShallow = shallow.out.toString('utf8').trim() === 'true';
  return isShallow
    ? `Git has no revision \`${name}\` here: this clone is shallow. Fetch more of it, as with \`git fetch --unshallow\`, or \`fetch-depth: 0\` in a job.`
    : `Git has no revision \`${name}\` here.`;
}

/** Reads what a tree has at a path, `TREE:PATH`. */
async function readEntry(objects: ReturnType<typeof gitObjects>, place: string): Promise<Entry> {
  // The request is one line.
  if (/[\r\n]/.test(place)) return 'nothing';
  const { kind, content } = await objects(place);
  if (kind === 'failed') return { problem: `can't be read from Git: ${content.toString('utf8').trim()}.` };
  if (kind === 'blob') return decode(content);
  if (kind === 'tree') return 'folder';
  if (kind === 'symlink') return { problem: 'is a link that leads out of the repository.' };
  return 'nothing';
}
