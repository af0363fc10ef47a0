// From a change of the text to what an editor applies.
import type { Edit } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';

/** An edit of a document. */
export function toTextEdit({ origin, text }: Edit, { textDocument }: LangiumDocument): TextEdit {
  return {
    range: { start: textDocument.positionAt(origin.start), end: textDocument.positionAt(origin.end) },
    newText: text,
  };
}
