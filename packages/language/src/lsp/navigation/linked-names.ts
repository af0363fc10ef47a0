// Linked editing: a name of the file and its uses in it, which change together as one of them is typed.
import { libraryScheme } from '@lightloom/core';
import { AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { LinkedEditingRanges } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { nameExtentOf } from '../../parse/index.ts';
import type { FabricReferences } from '../../references/references.ts';
import { rangeIn } from './declaration-place.ts';
import { leafAt } from './leaf-at.ts';

/** What a name may hold. */
const wordPattern = '[A-Za-z_][A-Za-z0-9_-]*';

/** The places of the name at a position; undefined where it isn't a name of this file, or is used in another file too. */
export function linkedNamesAt(
  document: LangiumDocument,
  position: Position,
  references: FabricReferences,
): LinkedEditingRanges | undefined {
  const leaf = leafAt(document, position);
  const target = leaf === undefined ? undefined : references.findDeclarations(leaf)[0];
  if (!ast.isNamed(target) || target.name === undefined || AstUtils.getDocument(target) !== document) return undefined;
  if (document.uri.scheme === libraryScheme) return undefined;
  const uses = references.findReferences(target, {}).toArray();
  if (uses.some(({ sourceUri }) => !UriUtils.equals(sourceUri, document.uri))) return undefined;
  const ranges = [rangeIn(document, nameExtentOf(target)), ...uses.map(({ segment }) => segment.range)];
  // A quoted name is written otherwise.
  const isPlain = ranges.every((each) => document.textDocument.getText(each) === target.name);
  return isPlain && ranges.length > 1 ? { ranges, wordPattern } : undefined;
}
