// The files that a check looked for, each as it was then.
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { codeOf } from '@lightloom/language/disk';

/** The files of one check. */
export interface SeenFiles {
  /** Keeps what a file is like now, the first time it is named. To be called before it is read. @param path absolute */
  note(path: string): void;
  /** How many of them are there. */
  count(): number;
  /** Whether one has been written, replaced, deleted or created since. */
  haveChanged(): boolean;
  /** Folders that show when that happens, and the names in them that are of interest. */
  places(): Map<string, Set<string>>;
}

/** Starts without files. */
export function seenFiles(): SeenFiles {
  const states = new Map<string, string>();
  return {
    note(path) {
      if (!states.has(path)) states.set(path, stateOf(path));
    },
    count: () =>
      new Set([...states].filter(([, state]) => state.startsWith('file ')).map(([path]) => realPath(path))).size,
    haveChanged: () => [...states].some(([path, state]) => stateOf(path) !== state),
    places() {
      const places = new Map<string, Set<string>>();
      for (const path of states.keys()) for (const each of new Set([path, realPath(path)])) addPlace(places, each);
      return places;
    },
  };
}

/** Adds the nearest folder that exists, with the name in it that leads to a path. */
export function addPlace(places: Map<string, Set<string>>, path: string): void {
  const folder = dirname(path);
  if (folder === path) return;
  if (stateOf(folder) !== 'folder') addPlace(places, folder);
  else places.set(folder, (places.get(folder) ?? new Set()).add(basename(path)));
}

/** What a path leads to, as text: another one after each change of a file, also after one to an older file. */
function stateOf(path: string): string {
  try {
    const found = statSync(path, { bigint: true });
    if (found.isDirectory()) return 'folder';
    return `file ${found.dev} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
  } catch (error) {
    return codeOf(error) ?? String(error);
  }
}

/** A path with links followed; one to a file that doesn't exist stays. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
