// Paths as they are shown, and which is below which, on every system.
import path, { type PlatformPath } from 'node:path';

/**
 * A path as it is shown: relative to a folder, with forward slashes on every system. One that has no way there, as on another
 * drive of Windows, is shown as a whole.
 * @param file absolute
 * @param folder absolute
 * @param paths how paths are written on the system
 */
export function shownPath(file: string, folder: string, paths: PlatformPath = path): string {
  // From the top of a share, no way leads to another one: `relative` finds one that doesn't exist.
  const [top, own] = [file, folder].map((each) => paths.parse(paths.resolve(each)).root.toLowerCase());
  const way = top === own ? paths.relative(folder, file) : paths.resolve(file);
  const shown = way.split(paths.sep).join('/') || '.';
  // A folder whose name looks like a drive is none.
  return /^[A-Za-z]:/.test(shown) && !paths.isAbsolute(shown) ? `./${shown}` : shown;
}

/** Whether a file is in a folder, or in one below it; both absolute, with links followed. */
export function isBelow(file: string, folder: string, paths: PlatformPath = path): boolean {
  const way = paths.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}
