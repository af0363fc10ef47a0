// Edits of a number that a design doesn't read: the value of a `let` in a file that it imports for something else.
import type * as ast from '../generated/ast.ts';
import { referencesIn } from '../parse/index.ts';

/** Whether no statement of some files makes use of a `let` at the top of one of them. */
export function isUnread(name: string, file: ast.FabricFile, files: readonly ast.FabricFile[]): boolean {
  const declaration = file.statements.find((each) => each.$type === 'Let' && each.name === name);
  return declaration !== undefined && !files.some((each) => reads(each, declaration));
}

/** Whether a file names a declaration. */
function reads(file: ast.FabricFile, declaration: ast.Statement): boolean {
  return referencesIn(file).some(
    (each) => (each.$type === 'Segment' ? each.named : each.definition).ref === declaration,
  );
}
