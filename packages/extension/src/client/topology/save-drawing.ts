// Writes the drawing of a panel to a file, in the format of its name.
import { l10n, Uri, window, workspace } from 'vscode';
import { bytesOf } from './drawing-bytes.ts';
import { fileFilters, formatOf } from './file-formats.ts';
import type { TopologyPanel } from './panel.ts';

/**
 * Saves the drawing of a panel.
 * @param extension folder of the extension
 * @param given the file; the user chooses one when it isn't given
 */
export async function saveDrawing(topology: TopologyPanel, extension: Uri, given?: Uri): Promise<void> {
  const target = given ?? (await chooseFile(topology));
  if (target === undefined) return;
  const format = formatOf(target.path);
  if (format === undefined) {
    const name = target.path.split('/').at(-1) ?? '';
    void window.showErrorMessage(l10n.t('No drawing has the ending of {0}.', name));
    return;
  }
  const exported = await topology.exported(format === 'pdf' ? 'svg' : format);
  if (exported === undefined) {
    void window.showInformationMessage(l10n.t('The topology shows no drawing to save.'));
    return;
  }
  try {
    await workspace.fs.writeFile(target, await bytesOf(exported, format, extension.fsPath));
  } catch (error) {
    void window.showErrorMessage(
      l10n.t('Saving the drawing failed: {0}', error instanceof Error ? error.message : String(error)),
    );
  }
}

function chooseFile({ file, view }: TopologyPanel): Thenable<Uri | undefined> {
  const design = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.fabric$/, '');
  const name = `${design}-${view().replace(/[^A-Za-z0-9_-]+/g, '-')}.svg`;
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { ...fileFilters },
    title: l10n.t('Save Drawing'),
  });
}
