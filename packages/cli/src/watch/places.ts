// Where changes are looked for: in which folders, and of which names in them.
import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Watched } from './watched.ts';

/** The names in a folder whose changes count. */
export type Names = ReadonlySet<string> | 'all';

/**
 * The folders in which something can happen that changes a run, absolute, with the names that count. Every step of the way to a file
 * counts: a folder above it may be moved away, and come back.
 */
export async function placesOf({
  named,
  files,
  folders,
  observations,
}: Watched['depends']): Promise<ReadonlyMap<string, Names>> {
  const places = new Map<string, Set<string> | 'all'>();
  const way = (path: string): void => {
    for (let each = path; dirname(each) !== each; each = dirname(each)) {
      const names = places.get(dirname(each));
      if (names === undefined) places.set(dirname(each), new Set([basename(each)]));
      else if (names !== 'all') names.add(basename(each));
    }
  };
  const asked = [...new Set([...named, ...files, ...folders, ...observations.map(({ path }) => path)])];
  // A link changes where it is, and what it leads to where that is.
  const real = await Promise.all(asked.map((path) => realpath(path).catch(() => path)));
  for (const path of new Set([...asked, ...real])) way(path);
  for (const folder of folders) places.set(folder, 'all');
  return places;
}
