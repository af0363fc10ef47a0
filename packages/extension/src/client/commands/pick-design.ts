// Which design a command is about: the one it is given, the active one, or one that the user picks.
import { l10n, Uri, window, workspace } from 'vscode';
import type { ActiveDesign } from '../server/active-design.ts';

/** Files of the workspace that are offered at most. */
const maxFiles = 500;

/** @param given what a menu passes: the file it was opened on */
export async function pickDesign(given: unknown, active: ActiveDesign): Promise<Uri | undefined> {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const file = active.file();
  if (file !== undefined) return file;
  const files = await workspace.findFiles('**/*.fabric', '**/node_modules/**', maxFiles);
  if (files.length === 0)
    void window.showInformationMessage(
      l10n.t('The workspace has no design. Lightloom: New Design from a Template… writes one.'),
    );
  if (files.length < 2) return files[0];
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a design') }))?.uri;
}
