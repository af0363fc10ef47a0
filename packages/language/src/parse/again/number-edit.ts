// Edits of nothing but the number of a `let`.
import type * as ast from '../../generated/ast.ts';
import type { TextChange } from '../tokens/text-change.ts';
import { extentOf, type SyntaxNode, textOfNode } from '../tree/syntax-node.ts';

/** The name of a `let`, if only its number is another one. @param by where the text starts that the later one was read from */
export function numberOfLet(
  before: SyntaxNode | undefined,
  after: SyntaxNode | undefined,
  { start, endBefore, endAfter }: TextChange,
  by: number,
): string | undefined {
  const [was, is] = [numberIn(before), numberIn(after)];
  if (was === undefined || is === undefined) return undefined;
  if (was.named !== is.named || was.unit !== is.unit || was.start !== is.start + by) return undefined;
  return start < was.start || endBefore > was.end || endAfter > is.end + by ? undefined : was.named;
}

/** The name of a `let`, and where its number is without its unit; undefined for other statements, and other values. */
function numberIn(node: SyntaxNode | undefined) {
  const statement = node as SyntaxNode | ast.Let | undefined;
  if (statement?.$type !== 'Let') return undefined;
  const { name: named, value } = statement as ast.Let;
  if (value.$type !== 'Numeral' && value.$type !== 'Quantity') return undefined;
  const text = textOfNode(value);
  const [digits = ''] = /^[0-9.]+/.exec(text) ?? [];
  const { start, end } = extentOf(value);
  return { named, unit: text.slice(digits.length), start, end: Math.min(end, start + digits.length) };
}
