// What designs ask of the disk: four questions, each about a path.
import { realpath, stat } from 'node:fs/promises';
import { type ReadText, readText } from './read-text.ts';

/** The disk; every path is absolute. */
export interface Disk {
  /** Whether there is anything, links followed. Never throws. */
  exists(path: string): Promise<boolean>;
  /** Whether there is a folder, links followed. Never throws. */
  isFolder(path: string): Promise<boolean>;
  /** What a file holds. Never throws. */
  text(path: string): Promise<ReadText>;
  /** Where a file is, links followed. @throws the system's error, as when there is none */
  realPath(path: string): Promise<string>;
}

/** The disk of this computer, as it is now. */
export const disk: Disk = {
  exists: async (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  isFolder: async (path) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ),
  text: readText,
  realPath: (path) => realpath(path),
};
