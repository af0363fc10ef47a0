// The leaf of the concrete syntax at the cursor.
import { CstUtils, type LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver-types';
import { Leaf } from '../../parse/index.ts';

/** A character that a name can have: a cursor right behind a name is still at it. */
const nameCharacter = /[A-Za-z0-9_-]/;

/** The leaf at a position, or the name that ends there; undefined outside of statements. */
export function leafAt(document: LangiumDocument, position: Position): Leaf | undefined {
  const root = document.parseResult.value.$cstNode;
  if (root === undefined) return undefined;
  const found = CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), nameCharacter);
  return found instanceof Leaf ? found : undefined;
}
