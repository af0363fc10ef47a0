// Reads files: those that ship with the tool from memory, all others from the platform.
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';
import { libraryText } from './library.ts';

/** Puts the library in front of a platform's files. */
export function withLibrary(platform: FileSystemProvider): FileSystemProvider {
  const missing = (uri: URI): never => {
    throw new Error(`No library file ${uri.path}`);
  };
  const isLibrary = (uri: URI): boolean => libraryText(uri) !== undefined;
  return {
    stat: (uri) => (isLibrary(uri) ? Promise.resolve(node(uri)) : platform.stat(uri)),
    statSync: (uri) => (isLibrary(uri) ? node(uri) : platform.statSync(uri)),
    exists: (uri) => (isLibrary(uri) ? Promise.resolve(true) : platform.exists(uri)),
    existsSync: (uri) => isLibrary(uri) || platform.existsSync(uri),
    readBinary: (uri) => platform.readBinary(uri),
    readBinarySync: (uri) => platform.readBinarySync(uri),
    readFile: (uri) => (isLibrary(uri) ? Promise.resolve(libraryText(uri) ?? missing(uri)) : platform.readFile(uri)),
    readFileSync: (uri) => libraryText(uri) ?? platform.readFileSync(uri),
    readDirectory: (uri) => platform.readDirectory(uri),
    readDirectorySync: (uri) => platform.readDirectorySync(uri),
  };
}

function node(uri: URI): FileSystemNode {
  return { isFile: true, isDirectory: false, uri };
}
