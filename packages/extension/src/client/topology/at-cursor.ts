// The things of a drawing that the cursor in an editor is in.
import type { TextEditor } from 'vscode';
import type { TextPlace } from '../server/requests.ts';

/** Ids of the things whose text is the shortest around the cursor: several when one line declares several. */
export function atCursor(editor: TextEditor, places: ReadonlyMap<string, TextPlace>): string[] {
  const uri = editor.document.uri.toString();
  const { line } = editor.selection.active;
  let fewest = Number.POSITIVE_INFINITY;
  let ids: string[] = [];
  for (const [id, place] of places) {
    const { start, end } = place.range;
    if (line < start.line || line > end.line || place.uri.toString() !== uri) continue;
    const lines = end.line - start.line;
    if (lines < fewest) {
      fewest = lines;
      ids = [];
    }
    if (lines === fewest) ids.push(id);
  }
  return ids;
}
