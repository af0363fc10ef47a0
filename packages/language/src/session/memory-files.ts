// Files that are held in memory: for tests, and where there is no disk.
import type { FileSystemProvider, URI } from 'langium';

/** A file system of some texts by address, as `{ 'file:///pod.fabric': '…' }`. It has no binary files and lists no folders. */
export function memoryFiles(texts: Readonly<Record<string, string>>): FileSystemProvider {
  const textAt = (uri: URI): string | undefined => texts[uri.toString()];
  const read = (uri: URI): string => {
    const text = textAt(uri);
    if (text === undefined) throw new Error(`${uri.toString()} does not exist.`);
    return text;
  };
  const stat = (uri: URI) => ({ isFile: textAt(uri) !== undefined, isDirectory: false, uri });
  const binary = (uri: URI): never => {
    throw new Error(`${uri.toString()} can't be read as a binary file.`);
  };
  return {
    stat: async (uri) => stat(uri),
    statSync: stat,
    exists: async (uri) => textAt(uri) !== undefined,
    existsSync: (uri) => textAt(uri) !== undefined,
    readBinary: async (uri) => binary(uri),
    readBinarySync: binary,
    readFile: async (uri) => read(uri),
    readFileSync: read,
    readDirectory: async () => [],
    readDirectorySync: () => [],
  };
}
