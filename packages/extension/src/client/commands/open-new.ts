// A design that is new: open, and not saved yet.
import { Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** Whether files can be written in a folder of the disk. */
export type CanWrite = (folder: Uri) => Promise<boolean>;

/**
 * Opens a text in an editor of its own. In a folder, it has a name that is free there, and is saved under it.
 * @param name of the file, without its ending
 * @param canWrite undefined where there is no disk
 */
export async function openNew(name: string, content: string, canWrite: CanWrite | undefined): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  // VS Code saves a text with a place to the disk only, and says nothing where it can't: without a place, it asks for one.
  if (folder?.scheme !== 'file' || !(await canWrite?.(folder))) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'fabric', content }));
    return;
  }
  const document = await workspace.openTextDocument(await freePlace(folder, name));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), content);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** Where a file of a folder would be that neither is there nor is being written. */
async function freePlace(folder: Uri, name: string): Promise<Uri> {
  for (let i = 1; ; i++) {
    const file = Uri.joinPath(folder, i === 1 ? `${name}.fabric` : `${name}-${i}.fabric`);
    const place = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === place.toString());
    if (!isOpen && !(await isThere(file))) return place;
  }
}

async function isThere(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
