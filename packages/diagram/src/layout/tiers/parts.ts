// A drawing in several parts without bands between them: each part stays together.
import { grouped, type Trunk } from '../../graph/index.ts';
import type { Scope } from './scope.ts';
import type { Slot } from './slot.ts';

/** Puts everything that trunks connect into a scope of its own, when there is more than one such part. */
export function partsOf(root: Scope, trunks: readonly Trunk[]): Scope {
  const items: readonly (Scope | Slot)[] = [...root.scopes, ...root.slots];
  const item = new Map(items.flatMap((each) => slotsIn(each).map(({ id }) => [id, each] as const)));
  const leader = new Map(items.map((each) => [each, each]));
  const find = (each: Scope | Slot): Scope | Slot => {
    let [last, next] = [each, leader.get(each) as Scope | Slot];
    while (next !== last) [last, next] = [next, leader.get(next) as Scope | Slot];
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
  const slots: Slot[] = [];
  for (const part of parts) {
    const [own, inside] = [part.filter(isScope), part.filter((each): each is Slot => !isScope(each))];
    if (part.length === 1) {
      scopes.push(...own);
      slots.push(...inside);
      continue;
    }
    const rows = [...inside.map(({ row }) => row), ...own.flatMap(({ top, bottom }) => [top, bottom])];
    scopes.push({ group: undefined, scopes: own, slots: inside, top: Math.min(...rows), bottom: Math.max(...rows) });
  }
  return { ...root, scopes, slots };
}

function isScope(item: Scope | Slot): item is Scope {
  return 'scopes' in item;
}

function slotsIn(item: Scope | Slot): readonly Slot[] {
  return isScope(item) ? [...item.slots, ...item.scopes.flatMap(slotsIn)] : [item];
}
