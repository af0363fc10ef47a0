// A new design from one of the templates, in an editor of its own.
import { commands, type Disposable, l10n, window } from 'vscode';
import type { Ask } from '../server/ask.ts';
import { type CanWrite, openNew } from './open-new.ts';

export function registerNewDesign(ask: Ask, canWrite: CanWrite | undefined): Disposable {
  return commands.registerCommand('lightloom.newDesign', async (name?: unknown) => {
    const templates = await ask.templates();
    const items = templates.map((each) => ({ label: each.name, detail: each.title, text: each.text }));
    const given = items.find(({ label }) => label === name);
    const chosen =
      given ?? (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a design to start from') }));
    if (chosen === undefined) return;
    await openNew(chosen.label, chosen.text, canWrite);
  });
}
