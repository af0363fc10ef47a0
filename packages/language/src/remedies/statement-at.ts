// The statement at a place of the text.
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, isUnread } from '../parse/index.ts';

/** The innermost statement that holds an offset; undefined outside of all. */
export function statementAt(file: ast.FabricFile, offset: number): ast.Statement | undefined {
  let found: ast.Statement | undefined;
  let inner: readonly ast.Statement[] = file.statements;
  for (;;) {
    const next = inner.find(
      (each) => extentOf(each).start <= offset && offset < Math.max(extentOf(each).end, extentOf(each).start + 1),
    );
    if (next === undefined) return found;
    found = next;
    inner = 'statements' in next && !isUnread(next) ? next.statements : [];
  }
}

/** A statement with a body that it may have. */
export type WithBody = ast.Statement & { readonly statements: readonly ast.Statement[]; readonly hasBody: boolean };

/** The declaration that a place belongs to: what is there, or what holds the property that is. */
export function declarationAt(file: ast.FabricFile, offset: number): WithBody | undefined {
  const statement = statementAt(file, offset);
  const node: AstNode | undefined = statement?.$type === 'Property' ? statement.$container : statement;
  return node !== undefined && 'statements' in node && 'hasBody' in node ? (node as WithBody) : undefined;
}

/** The statement outside of all bodies that a statement is in. */
export function outermost(node: ast.Statement): ast.Statement {
  let found = node;
  while (found.$container.$type !== 'FabricFile') found = found.$container as ast.Statement;
  return found;
}
