// Files of which those below a folder are read from somewhere else, as a revision of a repository holds them.
import type { URI } from 'langium';
import { type AsyncFiles, UnreadableFile } from '../workspace/file-system.ts';
import type { ReadText } from './read-text.ts';

/** What a tree holds at a path: a text, why it can't be read, a folder, or nothing. */
export type TreeEntry = ReadText | 'folder' | 'nothing';

/** A folder whose content is held elsewhere. */
export interface Tree {
  /** The folder; an absolute path. */
  readonly root: string;
  /** What is at a path below the root. @param path relative to the root, with forward slashes; empty for the root itself */
  read(path: string): Promise<TreeEntry>;
}

/**
 * Files with a tree in place of what the disk has below its root.
 * @param kept files below the root that are read from the disk all the same
 */
export function treeFiles(disk: AsyncFiles, root: URI, read: Tree['read'], kept: readonly URI[] = []): AsyncFiles {
  const top = root.path.replace(/\/$/, '');
  const onDisk = new Set(kept.map(String));
  const within = (uri: URI): string | undefined => {
    if (uri.scheme !== root.scheme || onDisk.has(uri.toString())) return undefined;
    if (uri.path === top) return '';
    // What Git itself keeps there is on the disk only.
    return uri.path.startsWith(`${top}/`) && uri.path !== `${top}/.git` ? uri.path.slice(top.length + 1) : undefined;
  };
  const entryAt = async (uri: URI): Promise<TreeEntry | undefined> => {
    const path = within(uri);
    return path === undefined ? undefined : read(path);
  };
  return {
    async stat(uri) {
      const entry = await entryAt(uri);
      if (entry === undefined) return disk.stat(uri);
      return { isFile: typeof entry === 'object', isDirectory: entry === 'folder', uri };
    },
    async exists(uri) {
      const entry = await entryAt(uri);
      return entry === undefined ? disk.exists(uri) : entry !== 'nothing';
    },
    async readFile(uri) {
      const entry = await entryAt(uri);
      if (entry === undefined) return disk.readFile(uri);
      if (entry === 'nothing') throw new Error(`${uri.toString()} does not exist.`);
      if (entry === 'folder') throw new UnreadableFile('is a folder; name a file in it.');
      if ('problem' in entry) throw new UnreadableFile(entry.problem);
      return entry.text;
    },
    // Only an editor lists folders, to complete the path of an import.
    readDirectory: async (uri) => (within(uri) === undefined ? disk.readDirectory(uri) : []),
    async realPath(uri) {
      const entry = await entryAt(uri);
      if (entry === undefined) return disk.realPath?.(uri) ?? uri;
      if (entry === 'nothing') throw new Error(`${uri.toString()} does not exist.`);
      return uri;
    },
  };
}
