// The nodes that refer to something by name within some statements.
import { isReference } from 'langium';
import { extentOf, type ReferringNode, SyntaxNode } from '../tree/syntax-node.ts';

/** The nodes within some statements that refer to something, in the order of the text; without those of links that aren't read in full. */
export function referencesWithin(statements: readonly SyntaxNode[]): ReferringNode[] {
  const found: ReferringNode[] = [];
  const visit = (node: SyntaxNode): void => {
    for (const [feature, value] of Object.entries(node)) {
      if (typeof value !== 'object' || feature.startsWith('$')) continue;
      if (isReference(value)) found.push(node as SyntaxNode & ReferringNode);
      for (const each of Array.isArray(value) ? value : [value]) if (each instanceof SyntaxNode) visit(each);
    }
  };
  for (const each of statements) visit(each);
  return found.sort((a, b) => extentOf(a).start - extentOf(b).start);
}
