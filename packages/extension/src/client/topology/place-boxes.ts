// Keeps the positions of boxes that were moved by hand, in the file beside the design.
import type { PlacedAt } from '@lightloom/diagram/graph';
import { l10n, Uri, window, workspace } from 'vscode';
import { whyNotWritten } from '../exports/export-file.ts';
import type { Requests } from '../server/requests.ts';

/**
 * Writes the file; removes it when it keeps nothing any more.
 * @param boxes where all boxes of the view are; null for where the layout puts them
 * @returns whether they are kept
 */
export async function placeBoxes(
  requests: Requests,
  file: Uri,
  view: string,
  boxes: readonly PlacedAt[] | null,
): Promise<boolean> {
  const { uri, text, problem } = await requests.place(file, view, boxes);
  const reason = problem ?? (await written(Uri.parse(uri), text));
  if (reason === undefined) return true;
  void window.showErrorMessage(l10n.t('The positions are not kept: {0}', reason));
  return false;
}

/** Writes a file, or removes it. @returns why that failed: the folder may be read-only */
async function written(target: Uri, text: string | null): Promise<string | undefined> {
  try {
    if (text !== null) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    else if (await exists(target)) await workspace.fs.delete(target);
    return undefined;
  } catch (error) {
    return whyNotWritten(error);
  }
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
