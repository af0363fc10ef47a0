// Reads files for a server that can't: those of a virtual workspace, and all files in a browser.
import {
  type ClientFileEntry,
  type ClientFileInfo,
  clientFiles,
  type DesignParams,
} from '@lightloom/language/protocol';
import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Answers the server's requests for files until the result is disposed. A file that isn't there is null. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  const answer = (method: string, read: (file: Uri) => Promise<unknown>): Disposable =>
    client.onRequest<unknown, void>(method, ({ uri }: DesignParams) => read(Uri.parse(uri)).catch(() => null));
  return Disposable.from(
    answer(clientFiles.read, async (file) => new TextDecoder().decode(await workspace.fs.readFile(file))),
    answer(clientFiles.stat, async (file) => infoOf((await workspace.fs.stat(file)).type)),
    answer(clientFiles.list, async (folder): Promise<ClientFileEntry[]> => {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.map(([name, type]) => ({ ...infoOf(type), uri: Uri.joinPath(folder, name).toString() }));
    }),
  );
}

function infoOf(type: FileType): ClientFileInfo {
  return { isFile: (type & FileType.File) !== 0, isDirectory: (type & FileType.Directory) !== 0 };
}
