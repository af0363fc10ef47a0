// Writes the drawing of a panel to a file, in the format of its name: the page writes what it shows, the server sheets and pages.
import type { ExportResult } from '@lightloom/language/protocol';
import { l10n, Uri, window, workspace } from 'vscode';
import { nameOf, writeExport } from '../exports/export-file.ts';
import type { Ask } from '../server/ask.ts';
import { type FileFormat, fileFilters, formatOf, isOfPage } from './file-formats.ts';
import type { TopologyPanel } from './panel.ts';

/**
 * Saves the drawing of a panel.
 * @param given the file; the user chooses one when it isn't given
 */
export async function saveDrawing(topology: TopologyPanel, ask: Ask, given?: Uri): Promise<void> {
  const target = given ?? (await chooseFile(topology));
  if (target === undefined) return;
  const format = formatOf(target.path);
  if (format === undefined) {
    void window.showErrorMessage(l10n.t('No drawing has the ending of {0}.', nameOf(target)));
    return;
  }
  await writeExport(target, await fileOf(topology, ask, format));
}

async function fileOf(topology: TopologyPanel, ask: Ask, format: FileFormat): Promise<ExportResult> {
  const [view, look] = [topology.view(), topology.look()];
  if (!isOfPage(format)) return ask.exportFile(topology.file, { name: 'drawings', ending: format, view, look });
  const exported = await topology.exported(format);
  if (exported === undefined) return { problem: l10n.t('The topology shows no drawing to save.') };
  // A picture comes as an address that holds it.
  return format === 'png' ? { base64: exported.slice(exported.indexOf(',') + 1) } : { text: exported };
}

function chooseFile({ file, view }: TopologyPanel): Thenable<Uri | undefined> {
  const design = nameOf(file).replace(/\.fabric$/, '');
  const name = `${design}-${view().replace(/[^A-Za-z0-9_-]+/g, '-')}.svg`;
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { ...fileFilters },
    title: l10n.t('Save Drawing'),
  });
}
