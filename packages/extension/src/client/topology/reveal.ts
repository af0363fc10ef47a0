// Shows the line where a thing of a drawing was written.
import { Range, Selection, TextEditorRevealType, ThemeColor, ViewColumn, window, workspace } from 'vscode';
import type { TextPlace } from '../server/requests.ts';

/** How long the line stays highlighted, in milliseconds. */
const markTime = 1200;

/**
 * Shows a place in an editor: the one that has the file open, or one beside the drawing.
 * @param drawing the column of the drawing, which stays in sight
 * @param focus whether the editor takes the keyboard
 */
export async function revealPlace(
  { uri, range }: TextPlace,
  drawing: ViewColumn | undefined,
  focus: boolean,
): Promise<void> {
  const open = window.visibleTextEditors.find((each) => each.document.uri.toString() === uri.toString());
  const beside = drawing === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri), {
    viewColumn: open?.viewColumn ?? beside,
    preserveFocus: !focus,
    preview: true,
  });
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  });
  editor.setDecorations(mark, [range]);
  setTimeout(() => mark.dispose(), markTime);
}
