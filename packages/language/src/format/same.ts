// Whether a formatted text still has the tokens and the tree it had before.
import { type AstNode, isReference } from 'langium';
import { Kind, scan, type Tokens, unfold } from '../parse/index.ts';

/** Whether two texts have the same characters except for space, and the same tokens. */
export function hasSameTokens(before: string, after: string): boolean {
  const [first, second] = [scan(before), scan(after)];
  if (first.count !== second.count) return false;
  for (let i = 0; i < first.count; i++)
    if (first.kinds[i] !== second.kinds[i] || !isSameToken(first, second, i)) return false;
  return withoutSpace(before) === withoutSpace(after);
}

function withoutSpace(text: string): string {
  return text.replace(/[\s\uFEFF]+/g, '');
}

/** Whether a token is the same in two texts; the space between a number and its unit doesn't count. */
function isSameToken(first: Tokens, second: Tokens, i: number): boolean {
  const [one, other] = [tokenText(first, i), tokenText(second, i)];
  return one === other || (first.kinds[i] === Kind.quantity && withoutSpace(one) === withoutSpace(other));
}

function tokenText({ text, starts, ends }: Tokens, i: number): string {
  return text.slice(starts[i], ends[i]);
}

/** Whether two syntax trees are the same except for places. */
export function isSameTree(first: unknown, second: unknown): boolean {
  if (typeof first === 'string' && typeof second === 'string')
    return first === second || withoutSpace(first) === withoutSpace(second);
  if (isReference(first) && isReference(second)) return first.$refText === second.$refText;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null)
    return Object.is(first, second);
  const [features, others] = [featuresOf(first), featuresOf(second)];
  return (
    features.length === others.length &&
    features.every(([key, value], i) => key === others[i]?.[0] && isSameTree(value, others[i]?.[1]))
  );
}

function featuresOf(node: object): [string, unknown][] {
  return Object.entries('$type' in node ? unfold(node as AstNode) : node)
    .filter(([key, value]) => value !== undefined && (!key.startsWith('$') || key === '$type'))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
