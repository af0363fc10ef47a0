// Searches a folder for `.fabric` files, and reports every place that it can't look into.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { codeOf, reasonOf } from '@lightloom/language/disk';
import { isBelow } from './shown-path.ts';

/** What a search found. */
export interface Searched {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Folders that were looked into; absolute paths. */
  readonly folders: readonly string[];
  /** Places that can't be read: an absolute path, and why. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** Why a link to a file that doesn't exist can't be read. */
export const danglingLink = 'the file it links to does not exist (ENOENT)';

const astray = 'it leads out of this folder, to a file that is not a .fabric file';

/** Which of the things below a folder a search is about; paths are relative to that folder, with forward slashes. */
export interface Wanted {
  readonly isWanted: (path: string) => boolean;
  readonly mayHold: (folder: string) => boolean;
}

/**
 * Searches a folder and those in it. Links to files are followed; links to folders aren't: they could form a circle. A file that is found
 * by itself isn't found through a link too, and one that several links lead to is found through the first of them. A link that leads out of the folder is followed to a `.fabric` file only: a folder from a stranger can't have other files of this computer printed.
 * @param root absolute
 */
export async function search(root: string, wanted: Wanted): Promise<Searched> {
  const files: string[] = [];
  const folders: string[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  const visit = async (folder: string): Promise<void> => {
    const path = join(root, folder);
    folders.push(path);
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      unreadable.push({ path, reason: reasonOf(error) });
      return [];
    });
    for (const entry of entries) {
      const own = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (wanted.mayHold(own)) await visit(own);
      } else if (entry.isSymbolicLink()) await follow(own);
      else if (wanted.isWanted(own)) files.push(join(root, own));
    }
  };
  /** By where they lead. */
  const links = new Map<string, string>();
  /** A link in a circle is reported whatever it is called: nobody can know what it was meant to lead to. */
  const follow = async (link: string): Promise<void> => {
    const path = join(root, link);
    try {
      if ((await stat(path)).isDirectory() || !wanted.isWanted(link)) return;
      const [target, inside] = await Promise.all([realpath(path), realpath(root)]);
      if (!isBelow(target, inside) && !target.endsWith('.fabric')) unreadable.push({ path, reason: astray });
      else if (!links.has(target)) links.set(target, path);
    } catch (error) {
      const code = codeOf(error);
      const reason = code === 'ENOENT' ? danglingLink : reasonOf(error);
      if (wanted.isWanted(link) || (code === 'ELOOP' && wanted.mayHold(link))) unreadable.push({ path, reason });
    }
  };
  await visit('');
  if (links.size > 0) {
    const inside = await realpath(root);
    for (const each of files) links.delete(join(inside, relative(root, each)));
  }
  return { files: [...files, ...links.values()], folders, unreadable };
}
