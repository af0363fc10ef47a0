// The folders that a server may read and write: no path leads out of them, by `..` or by a link.
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Disk, ReadText } from '@lightloom/language/disk';
import { isFabric } from '../../input/find-files.ts';
import { isBelow } from '../../input/shown-path.ts';

/** The folders of a server. */
export interface Folders {
  /** Where relative paths start; absolute. */
  readonly first: string;
  /** Absolute, as they were named. */
  readonly all: readonly string[];
  /** Whether a path is in one of them, be there a file or not; links are followed. @param path absolute */
  has(path: string): Promise<boolean>;
  /** Whether the text of a path is that of a place in one of them; nothing is asked of the disk. @param path absolute */
  hasName(path: string): boolean;
}

const isIn = (path: string, folder: string): boolean => path === folder || isBelow(path, folder);

/** Finds out where folders are. @param named absolute, one at least */
export async function foldersAt(named: readonly [string, ...string[]]): Promise<Folders> {
  const real = await Promise.all(named.map((each) => realpath(each).catch(() => resolve(each))));
  const names = [...new Set([...named, ...real])];
  const hasName = (path: string): boolean => names.some((each) => isIn(path, each));
  return {
    first: named[0],
    all: named,
    hasName,
    async has(path) {
      if (!hasName(path)) return false;
      const place = await existing(path);
      return real.some((each) => isIn(place, each));
    },
  };
}

/** The real place of a path, or of the nearest folder above it that exists. */
async function existing(path: string): Promise<string> {
  for (let each = path; ; each = dirname(each)) {
    const found = await realpath(each).catch(() => undefined);
    if (found !== undefined || dirname(each) === each) return found ?? each;
  }
}

/** Why a path can't be read, as the rest of a sentence. */
const outside = 'is outside of the folders of this server.';

/** Why a path that was given can't be followed. @param path as it was given */
export function outsideText(path: string): string {
  return `${path} ${outside} They are named when it starts: \`lightloom mcp FOLDER …\`.`;
}

/** A disk on which there is nothing but some folders. */
export function confined(disk: Disk, folders: Folders): Disk {
  return {
    exists: async (path) => (await folders.has(path)) && disk.exists(path),
    isFolder: async (path) => (await folders.has(path)) && disk.isFolder(path),
    text: async (path): Promise<ReadText> => ((await folders.has(path)) ? disk.text(path) : { problem: outside }),
    // Whether there is anything outside isn't shown either: an import leads out, and a configuration is searched for in vain.
    async realPath(path) {
      if (folders.hasName(path)) return disk.realPath(path);
      if (isFabric(path)) return path;
      throw Object.assign(new Error(`There is no ${path}.`), { code: 'ENOENT' });
    },
  };
}
