// Statements in a body that has no use for them.
import type { Finding } from '@lightloom/core';
import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, foldedLink, nameExtentOf } from '../parse/index.ts';
import { problem } from '../problems/problems.ts';
import { bodyName, statementName, statementsOf } from '../syntax/index.ts';

/** Misplaced statements of a file, the first of a run of equal ones. */
export function misplacedStatements(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  const visit = (body: AstNode, statements: readonly ast.Statement[]): void => {
    const takes = statementsOf(body);
    let before: string | undefined;
    for (const each of statements) {
      const misplaced = !takes.includes(each.$type);
      // One brace out of place misplaces a whole run: it is told once.
      if (misplaced && before !== each.$type) {
        const extent = 'name' in each ? nameExtentOf(each as AstNode & { name?: string }) : extentOf(each);
        const what = each.$type === 'Property' ? `\`${each.name}\`` : statementName(each.$type);
        found.push(
          problem('statement/misplaced', { uri, ...extent }, `${what} has no meaning ${bodyName(body)}.`, {
            help: helpFor(body, each),
          }),
        );
      }
      before = misplaced ? each.$type : undefined;
      // A link that is not read in full is as one before it, whose body holds nothing but properties.
      if ('statements' in each && foldedLink(each) === undefined) visit(each, each.statements);
    }
  };
  visit(document.parseResult.value, (document.parseResult.value as ast.FabricFile).statements);
  return found;
}

function helpFor(body: AstNode, statement: ast.Statement): string | undefined {
  if (statement.$type === 'Property') return 'Properties stand in the body of what they describe.';
  if (statement.$type === 'Ports') return 'Port groups stand in switch and host types.';
  if (statement.$type === 'TypeDeclaration' || statement.$type === 'Template')
    return 'Declare it at the top of a file.';
  return body.$type === 'FabricFile' ? undefined : 'Move it out of this body.';
}
