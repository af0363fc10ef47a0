// A drawing that falls in parts: what hangs together stands together.
import { grouped, type Trunk } from '../../graph/index.ts';
import type { Card } from '../pieces/card.ts';
import type { Scope } from './scope.ts';

/** Puts what trunks hold together into a scope of its own, when there is more than one such part. */
export function partsOf(root: Scope, trunks: readonly Trunk[], rowOf: (card: Card) => number): Scope {
  const items: readonly (Scope | Card)[] = [...root.scopes, ...root.cards];
  const item = new Map(items.flatMap((each) => cardsOf(each).map(({ node }) => [node.id, each] as const)));
  const leader = new Map(items.map((each) => [each, each]));
  const find = (each: Scope | Card): Scope | Card => {
    let [last, next] = [each, leader.get(each) as Scope | Card];
    while (next !== last) [last, next] = [next, leader.get(next) as Scope | Card];
    leader.set(each, last);
    return last;
  };
  for (const { from, to } of trunks) {
    const [a, b] = [item.get(from), item.get(to)];
    if (a !== undefined && b !== undefined) leader.set(find(b), find(a));
  }
  const parts = [...grouped(items, find).values()];
  if (parts.filter((part) => part.length > 1).length < 2) return root;
  const scopes: Scope[] = [];
  const cards: Card[] = [];
  for (const part of parts) {
    const [own, inside] = [part.filter(isScope), part.filter((each): each is Card => !isScope(each))];
    if (part.length === 1) {
      scopes.push(...own);
      cards.push(...inside);
      continue;
    }
    const rows = [...inside.map(rowOf), ...own.flatMap(({ top, bottom }) => [top, bottom])];
    scopes.push({ group: undefined, scopes: own, cards: inside, top: Math.min(...rows), bottom: Math.max(...rows) });
  }
  return { ...root, scopes, cards };
}

function isScope(item: Scope | Card): item is Scope {
  return 'scopes' in item;
}

function cardsOf(item: Scope | Card): Card[] {
  return isScope(item) ? [...item.cards, ...item.scopes.flatMap(cardsOf)] : [item];
}
