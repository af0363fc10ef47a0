// Files with a note of each that is looked for: what a program that checks again after a change has to watch.
import type { URI } from 'langium';
import type { AsyncFiles } from '../workspace/file-system.ts';

/** Files with a call before each is looked for, also for one that doesn't exist. */
export function noted(files: AsyncFiles, note: (path: string) => void): AsyncFiles {
  const first =
    <T>(read: (uri: URI) => Promise<T>) =>
    (uri: URI): Promise<T> => {
      if (uri.scheme === 'file') note(uri.fsPath);
      return read(uri);
    };
  const { stat, exists, readFile, realPath } = files;
  return {
    ...files,
    stat: first(stat),
    exists: first(exists),
    readFile: first(readFile),
    ...(realPath === undefined ? {} : { realPath: first(realPath) }),
  };
}
