// Files that are held in memory: for tests, and where there is no disk.
import type { URI } from 'langium';
import type { AsyncFiles } from '../workspace/file-system.ts';

/** A file system of some texts by address, as `{ 'file:///pod.fabric': '…' }`. It lists no folders. */
export function memoryFiles(texts: Readonly<Record<string, string>>): AsyncFiles {
  const textAt = (uri: URI): string | undefined => texts[uri.toString()];
  return {
    stat: async (uri) => ({ isFile: textAt(uri) !== undefined, isDirectory: false, uri }),
    exists: async (uri) => textAt(uri) !== undefined,
    async readFile(uri) {
      const text = textAt(uri);
      if (text === undefined) throw new Error(`${uri.toString()} does not exist.`);
      return text;
    },
    readDirectory: async () => [],
  };
}
