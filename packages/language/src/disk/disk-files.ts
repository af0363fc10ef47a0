// The files of the disk. A file that isn't text, or that never ends, is refused with a reason instead of read.
import { stat } from 'node:fs/promises';
import { type FileSystemNode, URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { type AsyncFiles, UnreadableFile } from '../workspace/file-system.ts';
import { type Disk, disk as thisDisk } from './disk.ts';
import { codeOf, reasonOf } from './reason.ts';

/** Reads from the disk. */
export function diskFiles(disk: Disk = thisDisk): AsyncFiles {
  const system = NodeFileSystem.fileSystemProvider();
  return {
    stat: (uri) => system.stat(uri),
    exists: (uri) => disk.exists(uri.fsPath),
    async readDirectory(uri) {
      const entries = await system.readDirectory(uri);
      return Promise.all(entries.map((each) => (each.isFile || each.isDirectory ? each : followed(each))));
    },
    async readFile(uri) {
      const read = await disk.text(uri.fsPath);
      if ('problem' in read) throw new UnreadableFile(read.problem);
      return read.text;
    },
    async realPath(uri) {
      if (uri.scheme !== 'file') return uri;
      try {
        return URI.file(await disk.realPath(uri.fsPath));
      } catch (error) {
        const missing = ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
        throw missing ? error : new UnreadableFile(`can't be read: ${reasonOf(error)}.`);
      }
    },
  };
}

/** An entry of a folder that is neither file nor folder: a link to a file counts as one. One to a folder may form a circle. */
async function followed(entry: FileSystemNode): Promise<FileSystemNode> {
  const isFile = await stat(entry.uri.fsPath).then(
    (found) => found.isFile(),
    () => false,
  );
  return { ...entry, isFile };
}
