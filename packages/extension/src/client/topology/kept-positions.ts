// The file that keeps the positions of a design's boxes goes with the design when that is renamed.
import { type Disposable, type Uri, WorkspaceEdit, workspace } from 'vscode';

/** The file of positions of a design; undefined for other files. */
function positionsOf(design: Uri): Uri | undefined {
  const path = design.path.replace(/\.fabric$/, '.view.json');
  return path === design.path ? undefined : design.with({ path });
}

/** Renames the positions of designs with them. */
export function movePositions(): Disposable {
  return workspace.onWillRenameFiles((event) => {
    event.waitUntil(editFor(event.files));
  });
}

async function editFor(files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [positionsOf(oldUri), positionsOf(newUri)];
    if (from === undefined || to === undefined) continue;
    const isThere = await workspace.fs.stat(from).then(
      () => true,
      () => false,
    );
    if (isThere) edit.renameFile(from, to, { ignoreIfExists: true });
  }
  return edit;
}
