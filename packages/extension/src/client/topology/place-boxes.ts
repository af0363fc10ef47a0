// Keeps the positions of boxes that were moved by hand, in the file beside the design.
import type { PlacedAt } from '@lightloom/diagram/graph';
import { Uri, window, workspace } from 'vscode';
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
  if (problem !== undefined) {
    void window.showErrorMessage(`The positions are not kept: ${problem}`);
    return false;
  }
  const target = Uri.parse(uri);
  if (text !== null) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  else if (await exists(target)) await workspace.fs.delete(target);
  return true;
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
