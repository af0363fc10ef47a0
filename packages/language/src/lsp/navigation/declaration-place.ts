// Where a declaration is, as the protocol says it.
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { LocationLink, Range } from 'vscode-languageserver-types';
import { type Extent, extentOf, nameExtentOf } from '../../parse/index.ts';

/** The place of a declaration: its file, all of it, and its name. */
export interface DeclarationPlace {
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
}

/** A stretch of a text as a range. */
export function rangeIn({ textDocument }: LangiumDocument, { start, end }: Extent): Range {
  return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}

/** Where a declaration is. */
export function placeOf(node: AstNode & { readonly name?: string }): DeclarationPlace {
  const document = AstUtils.getDocument(node);
  return {
    uri: document.uri.toString(),
    range: rangeIn(document, extentOf(node)),
    selectionRange: rangeIn(document, nameExtentOf(node)),
  };
}

/** A link to a declaration. @param from what is at the cursor */
export function linkTo(node: AstNode & { readonly name?: string }, from: Range): LocationLink {
  const { uri, range, selectionRange } = placeOf(node);
  return { targetUri: uri, targetRange: range, targetSelectionRange: selectionRange, originSelectionRange: from };
}
