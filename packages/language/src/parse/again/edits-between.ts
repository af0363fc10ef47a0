// What has been edited between two states of a text.
import type { AstNode } from 'langium';
import { RootNode, type TextEdit } from '../tree/syntax-node.ts';

/** The edits that lead from one state of a file to another, in their order; undefined where they aren't known. */
export function editsBetween(before: AstNode, after: AstNode): readonly TextEdit[] | undefined {
  if (!(before instanceof RootNode) || !(after instanceof RootNode)) return undefined;
  const [was, is] = [before.$state, after.$state];
  if (was === undefined || is === undefined || was.since !== is.since) return undefined;
  const edits = (after.$again?.edits ?? []).filter(({ state }) => state > was.number);
  return edits.length === is.number - was.number ? edits : undefined;
}
