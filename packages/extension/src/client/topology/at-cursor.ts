// The things of a drawing that the cursor in an editor is about.
import type { TextEditor } from 'vscode';
import type { DrawnSpan } from '../server/requests.ts';

/** Ids of the things whose text is the shortest around the cursor: several when one statement is about several. */
export function atCursor(editor: TextEditor, spans: readonly DrawnSpan[]): string[] {
  const uri = editor.document.uri.toString();
  const { active } = editor.selection;
  let fewest = Number.POSITIVE_INFINITY;
  let ids: string[] = [];
  for (const { uri: file, range, ids: own } of spans) {
    if (active.line < range.start.line || active.line > range.end.line || file.toString() !== uri) continue;
    const lines = range.end.line - range.start.line;
    if (lines < fewest) {
      fewest = lines;
      ids = [];
    }
    if (lines === fewest) ids.push(...own);
  }
  return [...new Set(ids)];
}
