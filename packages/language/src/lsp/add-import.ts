// The edit that adds an import to a file.
import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';

/** Adds an import behind the last one; at the top when there is none. */
export function importEdit(document: LangiumDocument, path: string): TextEdit {
  const file = document.parseResult.value as ast.FabricFile;
  const { textDocument } = document;
  const last = file.statements.filter((each) => each.$type === 'Import').at(-1);
  if (last === undefined) return insert({ line: 0, character: 0 }, `import "${path}"\n`);
  const { line } = textDocument.positionAt(extentOf(last).end);
  // The last line may lack its end.
  return line + 1 < textDocument.lineCount
    ? insert({ line: line + 1, character: 0 }, `import "${path}"\n`)
    : insert(textDocument.positionAt(textDocument.getText().length), `\nimport "${path}"\n`);
}

function insert(position: { line: number; character: number }, newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}
