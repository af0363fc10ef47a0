// Text and places of nodes: words in them, what they say, and whose text it is.
import type { AstNode, LangiumDocument } from 'langium';
import { type Extent, extentOf, RootNode, SyntaxNode, shiftOf, wholeText } from './syntax-node.ts';

/** Start and end of a word that a node holds as a feature, as `rule` of an allowance; undefined where it has none. */
export function wordExtentOf(node: AstNode, feature: string): Extent | undefined {
  const extent = node instanceof SyntaxNode ? node.$words?.[feature] : undefined;
  if (extent === undefined) return undefined;
  const shift = shiftOf(node);
  return { start: extent.start + shift, end: extent.end + shift };
}

/** The text of a node from an offset on. */
export function textFrom(node: AstNode, start: number): string {
  return wholeText(node).slice(start, extentOf(node).end);
}

/** The address of the text that a tree was read from; empty where it has none. */
export function addressOf(root: AstNode): string {
  return (root instanceof RootNode ? root.$uri : undefined) ?? root.$document?.uri.toString() ?? '';
}

/**
 * Lets the names of a text that isn't a document mean what they mean at the top of one.
 * @param uri the address of the text itself, for the places in it
 */
export function putInScopeOf(document: LangiumDocument, tree: AstNode, uri: string): void {
  if (!(tree instanceof RootNode)) return;
  tree.$document = document;
  tree.$uri = uri;
}
