// The nodes of a file in a stretch of its text, without a look at the others.
import type { AstNode, LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { type Extent, extentOf, isUnread, SyntaxNode, unfold } from '../../parse/index.ts';

/** Any node of the tree, whose type says which it is. */
export type AnyNode = ast.FabricAstType[keyof ast.FabricAstType];

/**
 * Visits the nodes of a file that overlap a stretch of its text, those around before those within.
 * @param visit returns `leave` to leave out what is within a node
 */
export function visitWithin(file: AstNode, within: Extent, visit: (node: AnyNode) => 'leave' | undefined): void {
  const visitAll = (node: AstNode): void => {
    const { start, end } = extentOf(node);
    if (end < within.start || start > within.end || visit(node as AnyNode) === 'leave') return;
    for (const [feature, value] of Object.entries(unfold(node))) {
      if (feature.startsWith('$')) continue;
      for (const each of Array.isArray(value) ? value : [value]) if (each instanceof SyntaxNode) visitAll(each);
    }
  };
  visitAll(file);
}

/** The statements of a file, those in bodies too; bodies that nobody has read stay unread. */
export function* statementsWithin(file: { readonly statements: readonly ast.Statement[] }): Iterable<ast.Statement> {
  for (const each of file.statements) {
    yield each;
    if ('statements' in each && each.$type !== 'Link' && !isUnread(each)) yield* statementsWithin(each);
  }
}

/** The offsets of a range. */
export function extentIn({ textDocument }: LangiumDocument, { start, end }: Range): Extent {
  return { start: textDocument.offsetAt(start), end: textDocument.offsetAt(end) };
}
