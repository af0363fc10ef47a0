// The `/** … */` comment above a declaration, found in the text.
import type { AstNode, CommentProvider } from 'langium';
import { AstUtils } from 'langium';
import { extentOf, RootNode, SyntaxNode } from '../parse/index.ts';

export class DocComments implements CommentProvider {
  /** The text of the comment without its marks; undefined when there is none. */
  getComment(node: AstNode): string | undefined {
    const root = AstUtils.findRootNode(node);
    if (!(node instanceof SyntaxNode) || !(root instanceof RootNode)) return undefined;
    const before = root.$text.slice(0, extentOf(node).start).trimEnd();
    if (!before.endsWith('*/')) return undefined;
    const open = before.lastIndexOf('/*');
    if (open < 0 || !before.startsWith('/**', open)) return undefined;
    return before
      .slice(open + 3, -2)
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
      .join('\n')
      .trim();
  }
}
