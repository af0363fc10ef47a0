// Formatting for editors: edits of white space only, so that cursors and folds stay where they are.
import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
} from 'vscode-languageserver';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Edit, formatFabric, indentLine, spaceEdits } from '../../format/index.ts';

/** There is one style: an editor's settings for tabs and indents have no effect. */
export class FabricFormatter implements Formatter {
  get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
    return { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n', '/'] };
  }

  formatDocument(document: LangiumDocument, _params: DocumentFormattingParams): TextEdit[] {
    return editsOf(document).map((edit) => textEdit(document, edit));
  }

  /** Formats the lines of a range, as they would be if the whole text were formatted. */
  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    const { textDocument } = document;
    // A range that ends at the start of a line doesn't include that line.
    const beforeLine = range.end.character === 0 && range.end.line > range.start.line;
    const start = textDocument.offsetAt({ line: range.start.line, character: 0 });
    const end = textDocument.offsetAt({ line: range.end.line + (beforeLine ? 0 : 1), character: 0 });
    const touches = (edit: Edit): boolean => edit.end >= start && (edit.start < end || end === start);
    return editsOf(document)
      .filter(touches)
      .map((edit) => textEdit(document, edit));
  }

  /**
   * Indents the line that was started or closed, and removes the end of a comment that an editor had put behind one that is typed.
   * Everything else waits for a format command.
   */
  formatDocumentOnType(document: LangiumDocument, { position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
    const text = document.textDocument.getText();
    const offset = document.textDocument.offsetAt(position);
    const lineStart = offset - position.character;
    if (ch === '/') return secondEnd(document, text, offset);
    if (ch === '}' && text.slice(lineStart, offset).trim() !== '}') return [];
    const edit = indentLine(text, offset);
    return edit === undefined ? [] : [textEdit(document, edit)];
  }
}

/** The end of a comment directly behind another end, if there is one: its removal. */
function secondEnd(document: LangiumDocument, text: string, offset: number): TextEdit[] {
  const [second] = /^ ?\*\/(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(offset)) ?? [];
  if (second === undefined || !text.startsWith('*/', offset - 2)) return [];
  return [textEdit(document, { start: offset, end: offset + second.length, text: '' })];
}

function editsOf({ textDocument }: LangiumDocument): Edit[] {
  const text = textDocument.getText();
  return spaceEdits(text, formatFabric(text).text);
}

function textEdit({ textDocument }: LangiumDocument, { start, end, text }: Edit): TextEdit {
  return { range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) }, newText: text };
}
