// What a selection grows to: the word, the value, the property, the statement, the inside of the body, the body, the file.
import type { AstNode, LangiumDocument } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { type Extent, extentOf, wholeText } from '../../parse/index.ts';
import { rangeIn } from './declaration-place.ts';
import { leafAt } from './leaf-at.ts';

/** The ranges around a position, the innermost first, each within the next. */
export function selectionRangeAt(document: LangiumDocument, position: Position): SelectionRange {
  const leaf = leafAt(document, position);
  const offset = document.textDocument.offsetAt(position);
  const extents: Extent[] = leaf === undefined ? [] : [{ start: leaf.offset, end: leaf.end }];
  for (
    let node: AstNode | undefined = leaf?.astNode ?? document.parseResult.value;
    node !== undefined;
    node = node.$container
  ) {
    const inner = insideOf(node, offset);
    if (inner !== undefined) extents.push(inner);
    extents.push(node.$container === undefined ? { start: 0, end: wholeText(node).length } : extentOf(node));
  }
  const around = extents.filter(({ start, end }) => start <= offset && offset <= end);
  const growing = around.filter((each, i) => i === 0 || isLarger(each, around[i - 1] as Extent));
  return (
    growing.reduceRight<SelectionRange | undefined>(
      (parent, each) => ({ range: rangeIn(document, each), ...(parent === undefined ? {} : { parent }) }),
      undefined,
    ) ?? { range: { start: position, end: position } }
  );
}

/** What is between the braces of a body, without the space beside them. */
function insideOf(node: AstNode, offset: number): Extent | undefined {
  if (!('statements' in node) || node.$container === undefined) return undefined;
  const { start, end } = extentOf(node);
  const text = wholeText(node);
  const open = text.indexOf('{', start);
  if (open < 0 || open >= offset || open >= end || text[end - 1] !== '}') return undefined;
  const inner = text.slice(open + 1, end - 1);
  const from = open + 1 + (inner.length - inner.trimStart().length);
  return { start: from, end: from + inner.trim().length };
}

function isLarger(outer: Extent, inner: Extent): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && (outer.start < inner.start || outer.end > inner.end);
}
