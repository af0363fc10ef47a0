// Opens a drawing by its name: the one a lens or the tree names, or one that the user picks.
import { commands, type Disposable, l10n, window } from 'vscode';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Requests } from '../server/requests.ts';
import { pickDesign } from './pick-design.ts';

export function registerOpenView(requests: Requests, active: ActiveDesign): Disposable {
  return commands.registerCommand('lightloom.openView', async (given?: unknown, view?: unknown) => {
    const file = await pickDesign(given, active);
    if (file === undefined) return;
    const named = typeof view === 'string' ? view : undefined;
    const id = named ?? (await pickView(await requests.views(file)));
    if (id !== undefined) await commands.executeCommand('lightloom.openTopology', file, id);
  });
}

async function pickView(views: Awaited<ReturnType<Requests['views']>>): Promise<string | undefined> {
  const items = views.map(({ id, title }) => ({ label: title, description: id }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a view') }))?.description;
}
