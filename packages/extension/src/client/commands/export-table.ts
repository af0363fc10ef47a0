// Writes a table of a design to a file: the bill of materials, the cables, their labels.
import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { pickDesign } from './pick-design.ts';

/** The formats by the ending of the file. */
const formats = { csv: 'CSV', md: 'Markdown', json: 'JSON' } as const;
type Format = keyof typeof formats;

export function registerExport(ask: Ask, active: ActiveDesign): Disposable {
  return commands.registerCommand('lightloom.export', async (given?: unknown) => {
    const file = await pickDesign(given, active);
    if (file === undefined) return;
    const items = (await ask.tables()).map(({ name, title, doc }) => ({ label: title, detail: doc, name }));
    const table = await window.showQuickPick(items, { placeHolder: l10n.t('Choose a table') });
    const target = table === undefined ? undefined : await chooseFile(file, table.name);
    if (table === undefined || target === undefined) return;
    const text = await ask.table(file, { name: table.name, format: formatOf(target) });
    if (text === null) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await window.showTextDocument(target, { preview: true });
  });
}

function chooseFile(file: Uri, name: string): Thenable<Uri | undefined> {
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  const design = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.fabric$/, '');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `${design}-${name}.csv`) }),
    filters: Object.fromEntries(Object.entries(formats).map(([ending, title]) => [title, [ending]])),
    title: l10n.t('Export Table'),
  });
}

function formatOf({ path }: Uri): Format {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(formats, ending) ? (ending as Format) : 'csv';
}
