// The part of a selector up to the cursor: `leaf[3].up[1]/5` at the channel, `leaf[3].up[1]` at the port, `leaf[3]` before.
import { type AstNode, AstUtils } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { extentOf, type Leaf, wholeText } from '../../parse/index.ts';

export interface SelectedText {
  /** The selector up to the cursor's segment, as it was written. */
  readonly text: string;
  /** The segment before the cursor's, which for a port is that of its device. */
  readonly device: ast.Segment | undefined;
}

/** What is selected at a leaf; undefined outside of selectors, and at a plain name, which its declaration explains. */
export function selectedAt(leaf: Leaf): SelectedText | undefined {
  const node: AstNode = leaf.astNode;
  const selector = AstUtils.getContainerOfType(node, (each): each is ast.Selector => each.$type === 'Selector');
  if (selector === undefined) return undefined;
  const { segments, channels } = selector;
  const atChannels = channels !== undefined && leaf.offset >= extentOf(channels).start;
  const at = segments.findIndex((each) => leaf.offset < extentOf(each).end);
  const index = atChannels || at < 0 ? segments.length - 1 : at;
  const last = segments[index];
  if (last === undefined) return undefined;
  const from = extentOf(selector).start;
  const to = atChannels ? extentOf(selector).end : extentOf(last).end;
  const text = wholeText(selector).slice(from, to);
  if (!/[[./]/.test(text)) return undefined;
  const before = segments[index - 1];
  return { text, device: before?.$type === 'Segment' ? before : undefined };
}
