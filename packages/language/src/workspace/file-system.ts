// Reads files: those that ship with Lightloom from memory, all others from the platform. Nothing is read synchronously.
import { libraryScheme } from '@lightloom/core';
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';
import { libraryText } from './library.ts';

/** What reading files takes. */
export interface AsyncFiles extends Pick<FileSystemProvider, 'stat' | 'exists' | 'readFile' | 'readDirectory'> {
  /** Where a file really is, once links are followed; where there are no links, its address is that already. */
  readonly realPath?: (uri: URI) => Promise<URI>;
}

/** A file that exists and can't be read as text. */
export class UnreadableFile extends Error {
  /** The rest of a sentence that starts with the name of the file: `is not a file.` */
  readonly reason: string;

  constructor(reason: string) {
    super(`The file ${reason}`);
    this.reason = reason;
  }
}

/** Why a file that is there can't be read, as the rest of a sentence; undefined where it can be read, and where there is none. */
export async function whyUnreadable(files: AsyncFiles, uri: URI): Promise<string | undefined> {
  try {
    await files.realPath?.(uri);
    await files.readFile(uri);
    return undefined;
  } catch (error) {
    return error instanceof UnreadableFile ? error.reason : undefined;
  }
}

/** A file system from what reads files asynchronously. A browser has nothing else, so nobody may ask for anything else. */
function asyncOnly(files: AsyncFiles): FileSystemProvider {
  const refuse = (uri?: URI): never => {
    throw new Error(`${uri?.toString() ?? 'A file'} can only be read asynchronously, as text.`);
  };
  return {
    stat: files.stat,
    exists: files.exists,
    readFile: files.readFile,
    readDirectory: files.readDirectory,
    readBinary: async (uri) => refuse(uri),
    statSync: refuse,
    existsSync: refuse,
    readBinarySync: refuse,
    readFileSync: refuse,
    readDirectorySync: refuse,
  };
}

/** Puts the library in front of a platform's files. */
export function withLibrary(platform: AsyncFiles): FileSystemProvider {
  return asyncOnly({
    stat: async (uri) => (libraryText(uri) === undefined ? platform.stat(uri) : libraryNode(uri)),
    exists: async (uri) => libraryText(uri) !== undefined || (uri.scheme !== libraryScheme && platform.exists(uri)),
    async readFile(uri) {
      const text = libraryText(uri);
      if (text !== undefined) return text;
      // Nothing of the disk is part of the library, whatever its path.
      if (uri.scheme === libraryScheme) throw new Error(`The library has no ${uri.path}.`);
      return platform.readFile(uri);
    },
    readDirectory: async (uri) => platform.readDirectory(uri),
  });
}

function libraryNode(uri: URI): FileSystemNode {
  return { isFile: true, isDirectory: false, uri };
}
