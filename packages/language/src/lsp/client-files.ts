// Files that the server can't read by itself, read by the client: those of a virtual workspace, and all files in a browser.
import { type FileSystemNode, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { type ClientFileEntry, type ClientFileInfo, clientFiles } from '../protocol/questions.ts';
import { type AsyncFiles, UnreadableFile } from '../workspace/file-system.ts';

/** Files of the platform where it has them; all others through the client. @param platform undefined where there is no disk */
export function withClientFiles(platform: AsyncFiles | undefined, connection: Connection): AsyncFiles {
  const client = filesOf(connection);
  const files = (uri: URI): AsyncFiles => (platform !== undefined && uri.scheme === 'file' ? platform : client);
  return {
    stat: (uri) => files(uri).stat(uri),
    exists: (uri) => files(uri).exists(uri),
    readFile: (uri) => files(uri).readFile(uri),
    readDirectory: (uri) => files(uri).readDirectory(uri),
    realPath: async (uri) => files(uri).realPath?.(uri) ?? uri,
  };
}

/** A client without these requests has no such files. */
function filesOf(connection: Connection): AsyncFiles {
  const ask = <R>(method: string, uri: URI): Promise<R | null> =>
    connection.sendRequest<R | null>(method, { uri: uri.toString() }).catch(() => null);
  const info = (uri: URI): Promise<ClientFileInfo | null> => ask(clientFiles.stat, uri);
  return {
    async stat(uri) {
      return { isFile: false, isDirectory: false, ...(await info(uri)), uri };
    },
    exists: async (uri) => (await info(uri)) !== null,
    async readFile(uri) {
      const text = await ask<string>(clientFiles.read, uri);
      if (text === null) throw new UnreadableFile("can't be read.");
      return text;
    },
    async readDirectory(uri) {
      const entries = await ask<readonly ClientFileEntry[]>(clientFiles.list, uri);
      return (entries ?? []).map((each): FileSystemNode => ({ ...each, uri: URI.parse(each.uri) }));
    },
    async realPath(uri) {
      if ((await info(uri)) === null) throw new Error(`${uri.toString()} does not exist.`);
      return uri;
    },
  };
}
