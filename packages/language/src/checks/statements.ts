// Statements in a body that can't have them.
import type { Finding } from '@lightloom/core';
import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, isFolded, nameExtentOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import { bodyName, statementName, statementsOf } from '../syntax/index.ts';

/** Misplaced statements of a file: of several of one kind in a row, the first. */
export function misplacedStatements(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  const visit = (body: AstNode, statements: readonly ast.Statement[]): void => {
    const takes = statementsOf(body);
    let before: string | undefined;
    for (const each of statements) {
      const misplaced = !takes.includes(each.$type);
      // A misplaced brace misplaces several statements in a row: that is one mistake.
      if (misplaced && before !== each.$type) {
        const extent = 'name' in each ? nameExtentOf(each as AstNode & { name?: string }) : extentOf(each);
        const what = each.$type === 'Property' ? `\`${each.name}\`` : statementName(each.$type);
        found.push(
          problem('statement/misplaced', { uri, ...extent }, `${what} isn't allowed ${bodyName(body)}.`, {
            help: helpFor(body, each),
          }),
        );
      }
      before = misplaced ? each.$type : undefined;
      // A link that isn't read in full repeats an earlier one, whose body has only properties.
      if (!isFolded(each) && 'statements' in each) visit(each, each.statements);
    }
  };
  visit(document.parseResult.value, (document.parseResult.value as ast.FabricFile).statements);
  return found;
}

function helpFor(body: AstNode, statement: ast.Statement): string | undefined {
  if (statement.$type === 'Property') return 'Move it to the body of what it describes.';
  if (statement.$type === 'Ports') return 'Declare port groups in switch and host types.';
  if (statement.$type === 'TypeDeclaration' || statement.$type === 'Template')
    return 'Declare it at the top of a file.';
  return body.$type === 'FabricFile' ? undefined : 'Move it out of this body.';
}
