// Writes the drawing of a panel to an SVG file.
import { Uri, window, workspace } from 'vscode';
import type { TopologyPanel } from './panel.ts';

/**
 * Saves the drawing of a panel.
 * @param given the file; the user chooses one when it isn't given
 */
export async function saveDrawing(topology: TopologyPanel, given?: Uri): Promise<void> {
  const svg = await topology.exported('svg');
  if (svg === undefined) {
    void window.showInformationMessage('The topology shows no drawing to save.');
    return;
  }
  const target = given ?? (await chooseFile(topology));
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  } catch (error) {
    void window.showErrorMessage(
      `Saving the drawing failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function chooseFile({ file, view }: TopologyPanel): Thenable<Uri | undefined> {
  const design = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.fabric$/, '');
  const name = `${design}-${view().replace(/[^A-Za-z0-9_-]+/g, '-')}.svg`;
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { 'SVG drawing': ['svg'] },
    title: 'Save Drawing',
  });
}
