// Where the name of a declaration is written.
import { type AstNode, type CstNode, DefaultNameProvider } from 'langium';
import { Leaf, SyntaxNode } from '../parse/index.ts';

export class FabricNameProvider extends DefaultNameProvider {
  override getNameNode(node: AstNode): CstNode | undefined {
    if (!(node instanceof SyntaxNode) || node.$name < 0) return undefined;
    return node.$cstNode.content.find((each) => each instanceof Leaf && each.isName);
  }
}
