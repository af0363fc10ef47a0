// Edits of nothing but the number of a length that a link gives.
import type * as ast from '../../generated/ast.ts';
import type { TextChange } from '../tokens/text-change.ts';
import { extentOf, type LengthEdit, type SyntaxNode, textOfNode } from '../tree/syntax-node.ts';

/** A number without sign and exponent, and of few enough digits, as a length has. */
const plainNumber = /^\d{1,9}(?:\.\d{1,9})?(?![\w.])/;

/** The edit of a length, if only its number is another one. @param by where the text starts that the later link was read from */
export function lengthEdit(
  before: SyntaxNode | undefined,
  after: SyntaxNode | undefined,
  { start, endBefore, endAfter }: TextChange,
  by: number,
): LengthEdit | undefined {
  const [was, is] = [lengthIn(before), lengthIn(after)];
  if (before === undefined || was === undefined || is === undefined) return undefined;
  if (was.unit !== is.unit || was.start !== is.start + by) return undefined;
  if (start < was.start || endBefore > was.end || endAfter > is.end + by) return undefined;
  return {
    link: extentOf(before).start,
    number: { start: was.start, endBefore: was.end, endAfter: is.end + by },
    was: was.text,
    is: is.text,
  };
}

/** The number of the length of a link, and where it is; undefined for other statements, and other lengths. */
function lengthIn(node: SyntaxNode | undefined) {
  if (node?.$type !== 'Link') return undefined;
  const { statements } = node as SyntaxNode & ast.Link;
  const [property, ...more] = statements.filter((each) => each.$type === 'Property' && each.name === 'length');
  if (property?.$type !== 'Property' || more.length > 0) return undefined;
  const [item, ...others] = property.items;
  if (item?.value?.$type !== 'Quantity' || item.counted !== undefined || others.length > 0) return undefined;
  const text = textOfNode(item.value);
  const [number] = plainNumber.exec(text) ?? [];
  if (number === undefined) return undefined;
  const { start } = extentOf(item.value);
  return { text, unit: text.slice(number.length), start, end: start + number.length };
}
