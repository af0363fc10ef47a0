// The names that are listed with one: `A` of `fed by A, B` beside `B`.
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';

/** The names in the same list as a name, without indices or members; none for one that is in no list. */
export function namesBeside(container: AstNode): ReadonlySet<string> {
  const selector = container.$container;
  if (container.$type !== 'Segment' || !ast.isSelector(selector)) return new Set();
  const user = selector.$container;
  const all = ast.isItem(user) ? user.$container.items.map(({ value }) => value) : listsOf(user, selector);
  return new Set(all.flatMap((each) => (each !== selector && ast.isSelector(each) ? (plainName(each) ?? []) : [])));
}

/** The list of a statement that holds a selector. */
function listsOf(user: AstNode, selector: ast.Selector): readonly unknown[] {
  return Object.values(user).find((each) => Array.isArray(each) && each.includes(selector)) ?? [];
}

function plainName({ segments }: ast.Selector): string | undefined {
  const [first, ...more] = segments;
  const isPlain = first?.$type === 'Segment' && more.length === 0 && first.dimensions.length === 0;
  return isPlain ? first.named.$refText : undefined;
}
