// Where the name of a declaration is written.
import { type AstNode, type CstNode, DefaultNameProvider } from 'langium';
import { SyntaxNode } from '../parse/index.ts';
import { Leaf } from '../parse/syntax-node.ts';

export class FabricNameProvider extends DefaultNameProvider {
  override getNameNode(node: AstNode): CstNode | undefined {
    if (!(node instanceof SyntaxNode) || node.$name < 0) return undefined;
    return node.$cstNode.content.find((each) => each instanceof Leaf && each.offset === node.$name);
  }
}
