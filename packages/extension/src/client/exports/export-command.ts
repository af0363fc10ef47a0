// Writes a table, the report or the drawings of a design to a file, in the formats that the server has.
import type { ExportInfo } from '@lightloom/language/protocol';
import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { pickDesign } from '../commands/pick-design.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { endingOf, nameOf, writeExport } from './export-file.ts';

/** Formats that VS Code shows as text once they are written. */
const shown: ReadonlySet<string> = new Set(['csv', 'md', 'json', 'mmd', 'd2', 'dot']);

export function registerExport(ask: Ask, active: ActiveDesign): Disposable {
  return commands.registerCommand('lightloom.export', async (given?: unknown, name?: unknown, to?: unknown) => {
    const file = await pickDesign(given, active);
    if (file === undefined) return;
    const wanted = await pickExport(await ask.exports(file), name);
    const target = wanted === undefined ? undefined : to instanceof Uri ? to : await chooseFile(file, wanted);
    if (wanted === undefined || target === undefined) return;
    const ending = endingOf(target);
    const options = { location: ProgressLocation.Window, title: l10n.t('Writing {0}', nameOf(target)) };
    const result = await window.withProgress(options, () => ask.exportFile(file, { name: wanted.name, ending }));
    if (!(await writeExport(target, result))) return;
    if (shown.has(ending)) await window.showTextDocument(target, { preview: true });
    else window.setStatusBarMessage(l10n.t('Wrote {0}', nameOf(target)), shownFor);
  });
}

/** How long it is said what was written, in ms. */
const shownFor = 10_000;

async function pickExport(all: readonly ExportInfo[], name: unknown): Promise<ExportInfo | undefined> {
  const given = all.find((each) => each.name === name);
  if (given !== undefined) return given;
  const items = all.map((each) => ({
    label: each.title,
    description: each.formats.map(({ ending }) => ending).join(', '),
    detail: each.doc,
    wanted: each,
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose what to write') }))?.wanted;
}

function chooseFile(file: Uri, { name, title, formats }: ExportInfo): Thenable<Uri | undefined> {
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  const design = nameOf(file).replace(/\.fabric$/, '');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `${design}-${name}.${formats[0]?.ending}`) }),
    filters: Object.fromEntries(formats.map((each) => [each.title, [each.ending]])),
    title: l10n.t('Export {0}', title),
  });
}
