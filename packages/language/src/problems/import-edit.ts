// The edit that adds an import to a file.
import type { Edit } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';

/** Adds an import after the last one; at the top when there is none. */
export function importEdit(document: LangiumDocument, path: string): Edit {
  const file = document.parseResult.value as ast.FabricFile;
  const { textDocument } = document;
  const last = file.statements.findLast((each) => each.$type === 'Import');
  const insert = (offset: number, text: string): Edit => ({
    origin: { uri: document.uri.toString(), start: offset, end: offset },
    text,
  });
  if (last === undefined) return insert(0, `import "${path}"\n`);
  const { line } = textDocument.positionAt(extentOf(last).end);
  // The last line may have no line break.
  return line + 1 < textDocument.lineCount
    ? insert(textDocument.offsetAt({ line: line + 1, character: 0 }), `import "${path}"\n`)
    : insert(textDocument.getText().length, `\nimport "${path}"\n`);
}
