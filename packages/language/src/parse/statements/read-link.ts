// Reads one link on its own.
import type { Linker } from 'langium';
import { Cursor } from '../cursor/cursor.ts';
import { Scanner } from '../tokens/scan.ts';
import type { LinkNode } from '../tree/frequent-nodes.ts';
import type { ReferringNode } from '../tree/syntax-node.ts';
import { Statements } from './statements.ts';

/** A text that is known to be a link, and the nodes in it that refer to something. */
export function readLink(
  text: string,
  linker: () => Linker,
): { readonly link: LinkNode; readonly references: readonly ReferringNode[] } {
  const cursor = new Cursor(new Scanner(text), linker, 'tokens');
  const link = new Statements(cursor).readLink() as LinkNode;
  return { link, references: cursor.references };
}
